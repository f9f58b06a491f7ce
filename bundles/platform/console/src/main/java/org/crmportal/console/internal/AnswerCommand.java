package org.crmportal.console.internal;

import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;

/**
 * What the client of one command calls: runs any command line of the shell, so that the client can
 * tell its answer from its complaints.
 */
final class AnswerCommand implements Command {

  private static final int FAILED = 1;
  private static final int WRONG_INPUT = 2;
  private static final int NOT_FOUND = 127;
  private static final Pattern READING =
      Pattern.compile(
          "org\\.apache\\.(karaf\\.shell\\..*parsing|felix\\.gogo\\.runtime\\.(Parser|Tokenizer))\\b.*");
  private static final List<String> HANDED_ON = List.of("CRM_FOLDER", "CRM_TERMINAL", "COLUMNS");

  @Override
  public String getScope() {
    return "crm";
  }

  @Override
  public String getName() {
    return "answer";
  }

  @Override
  public String getDescription() {
    return "For bin/console: runs a command line that is given in base64";
  }

  @Override
  public @Nullable Completer getCompleter(boolean scoped) {
    return null;
  }

  @Override
  public @Nullable Parser getParser() {
    return null;
  }

  @Override
  public Object execute(Session session, List<Object> arguments) throws InterruptedException {
    var status = new AtomicInteger(FAILED);
    // On this thread it would write to where this command does, and not where it is told to. The
    // new one has the rights of this one.
    var thread =
        new Thread(
            () -> status.set(answer(session, String.valueOf(arguments.get(0)))), "console command");
    thread.start();
    thread.join();
    return status.get();
  }

  private static int answer(Session session, String base64) {
    var text = Base64.getDecoder().decode(base64);
    var frames = new Frames(session.getConsole());
    var out = new PrintStream(new BufferedOutputStream(frames.stream(Frames.OUT)));
    var err = new PrintStream(frames.stream(Frames.ERR));
    var inner = session.getFactory().create(session.getKeyboard(), out, err);
    HANDED_ON.forEach(name -> inner.put(name, session.get(name)));
    inner.put(Frames.VARIABLE, frames);
    try {
      var result = inner.execute(new String(text, StandardCharsets.UTF_8));
      return result instanceof Integer status ? status : 0;
    } catch (Exception e) {
      return complain(e, err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static int complain(Exception failure, PrintStream err) {
    var kind = failure.getClass().getSimpleName();
    if (kind.equals("CommandNotFoundException")) {
      err.println("crm: " + failure.getMessage() + "; see crm:help");
      return NOT_FOUND;
    }
    if (isUnread(failure)) {
      err.println("crm: the line cannot be read: a quote or a bracket is open, or one too many");
      return WRONG_INPUT;
    }
    var words = failure instanceof CommandException ? failure.getMessage() : failure.toString();
    err.println("crm: " + Answer.safe(Objects.requireNonNullElse(words, kind)));
    return FAILED;
  }

  /** What the shell throws at a line that it does not understand is of many kinds. */
  private static boolean isUnread(Exception failure) {
    return Arrays.stream(failure.getStackTrace())
        .anyMatch(frame -> READING.matcher(frame.getClassName()).matches());
  }
}
