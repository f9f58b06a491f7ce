package org.crmportal.console.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.karaf.shell.api.console.Session;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.console.ConsoleCall.Interrupted;
import org.jspecify.annotations.Nullable;

/**
 * Where an operator sits: in a shell with a terminal of its own, or at the other end of one
 * command, whose client says with {@code CRM_TERMINAL} that somebody types.
 */
final class Screen {

  /** As wide as a table gets in a file. */
  private static final int WIDE = 160;

  private final Session session;
  private final PrintStream err;
  private final @Nullable Frames frames;
  private boolean dirty;

  Screen(Session session) {
    this.session = session;
    this.err = System.err;
    this.frames = session.get(Frames.VARIABLE) instanceof Frames one ? one : null;
  }

  /** Whether this is one command rather than a shell. */
  boolean oneCommand() {
    return session.getTerminal() == null;
  }

  /** Whether somebody looks on and can be asked. */
  boolean attended() {
    return !oneCommand() || "true".equals(session.get("CRM_TERMINAL"));
  }

  int width() {
    if (!oneCommand()) {
      var width = session.getTerminal().getWidth();
      return width > 0 ? width : WIDE;
    }
    var columns = String.valueOf(session.get("COLUMNS"));
    return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : WIDE;
  }

  /** A path as the operator means it. */
  Path path(String file) {
    var folder = Objects.requireNonNullElse(session.get("CRM_FOLDER"), "/");
    return Path.of(folder.toString()).resolve(file).normalize();
  }

  void note(String text) {
    clear();
    err.println(Answer.safe(text));
    err.flush();
  }

  /** A line that the next one is written over. */
  void fleeting(String text) {
    if (attended()) {
      err.print("\r\033[K" + Answer.safe(text));
      err.flush();
      dirty = true;
    }
  }

  void clear() {
    if (dirty) {
      err.print("\r\033[K");
      err.flush();
      dirty = false;
    }
  }

  /**
   * Looks whether somebody wants the work to stop.
   *
   * @throws Interrupted if so
   */
  void check() {
    if (Thread.interrupted() || (frames != null && frames.gone())) {
      throw new Interrupted();
    }
  }

  /** What somebody types, or the next line of standard input. */
  String ask(String prompt, boolean secret) {
    clear();
    try {
      var answer = line(prompt, secret);
      if (answer == null) {
        throw CrmException.badRequest("Standard input has ended: " + prompt.strip());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable String line(String prompt, boolean secret) throws IOException {
    if (!oneCommand()) {
      return session.readLine(prompt, secret ? Character.valueOf((char) 0) : null);
    }
    if (attended() && frames != null) {
      frames.ask(secret ? Frames.SECRET : Frames.QUESTION, prompt);
    }
    var typed = new ByteArrayOutputStream();
    int key = System.in.read();
    if (key < 0) {
      return null;
    }
    for (; key >= 0 && key != '\n'; key = System.in.read()) {
      typed.write(key);
    }
    return typed.toString(StandardCharsets.UTF_8).replace("\r", "");
  }
}
