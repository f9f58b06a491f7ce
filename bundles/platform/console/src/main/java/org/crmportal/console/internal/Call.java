package org.crmportal.console.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.record.RecordText;
import org.jspecify.annotations.Nullable;

/** One call of a command, from one screen. */
final class Call implements ConsoleCall {

  private static final String STANDARD = "-";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final CommandLine line;
  private final Screen screen;
  private final RecordText text;
  private final PrintStream out;

  Call(CommandLine line, Screen screen, RecordText text) {
    this.line = line;
    this.screen = screen;
    this.text = text;
    this.out = System.out;
  }

  @Override
  public String argument(String name) {
    return Objects.requireNonNull(line.value(name), name);
  }

  @Override
  public Optional<String> option(String name) {
    return Optional.ofNullable(line.value(name));
  }

  @Override
  public boolean flag(String name) {
    return line.has(name);
  }

  @Override
  public Map<String, List<String>> pairs() {
    return line.pairs();
  }

  @Override
  public boolean rehearsal() {
    return flag("dry-run");
  }

  @Override
  public boolean json() {
    return flag("json");
  }

  @Override
  public void show(Object answer, String... columns) {
    try {
      var tree = JSON.readTree(text.json(answer));
      say(new Answer(screen.width()).text(tree, List.of(columns)), answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void say(String forPeople, Object answer) {
    screen.clear();
    out.println(json() ? text.json(answer) : forPeople.stripTrailing());
    out.flush();
  }

  @Override
  public void note(String words) {
    if (!json()) {
      screen.note(words);
    }
  }

  @Override
  public void confirm(String question) {
    if (flag("yes") || rehearsal()) {
      return;
    }
    if (!screen.attended()) {
      throw CrmException.badRequest(question + " Say --yes, since nobody can be asked");
    }
    var answer = screen.ask(question + " [y/N] ", false).strip();
    if (!answer.equalsIgnoreCase("y") && !answer.equalsIgnoreCase("yes")) {
      throw CrmException.badRequest("Nothing was done");
    }
  }

  @Override
  public String secret(String prompt) {
    return screen.ask(prompt + " ", true);
  }

  @Override
  public void progress(String what, long done, @Nullable Long total) {
    screen.check();
    if (!json()) {
      screen.fleeting(what + " " + done + (total == null ? "" : " of " + total));
    }
  }

  @Override
  public InputStream read(String file) {
    if (file.equals(STANDARD)) {
      return System.in;
    }
    try {
      return Files.newInputStream(screen.path(file));
    } catch (IOException e) {
      throw CrmException.badRequest(
          "%s cannot be read (%s)".formatted(screen.path(file), e.getClass().getSimpleName()));
    }
  }

  @Override
  public OutputStream write(String file) {
    if (file.equals(STANDARD)) {
      return new Kept(out);
    }
    try {
      return Files.newOutputStream(screen.path(file), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw CrmException.badRequest(screen.path(file) + " is there already");
    } catch (IOException e) {
      throw CrmException.badRequest(
          "%s cannot be written (%s)".formatted(screen.path(file), e.getClass().getSimpleName()));
    }
  }

  /** Standard output, which stays open. */
  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
