package org.crmportal.platform.console;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One call of a command. What is shown is the answer and goes to standard output; everything else
 * goes to standard error.
 */
@ProviderType
public interface ConsoleCall {

  /** The value of an argument that must be given. */
  String argument(String name);

  /** The value of an argument or option that may be left out. */
  Optional<String> option(String name);

  /** Whether a flag is given. */
  boolean flag(String name);

  /** The {@code name=value} words, in the form of the REST API's query parameters. */
  Map<String, List<String>> pairs();

  /** Whether to say what would be done and do nothing. */
  boolean rehearsal();

  /** Whether the answer is for a program. */
  boolean json();

  /**
   * Shows the answer: as JSON like the REST API's if {@code --json} is given, otherwise a page or
   * collection as a table and a record as one line for each field that has a value.
   *
   * @param columns the fields for people in their order, as many as fit and hold something; none
   *     means all
   */
  void show(Object answer, String... columns);

  /** Shows a text to people, and the value as JSON to programs. */
  void say(String text, Object answer);

  /** Tells people something that is not the answer. */
  void note(String text);

  /**
   * Asks before something is destroyed, unless {@code --yes} is given.
   *
   * @throws CrmException {@code BAD_REQUEST} if the answer is not yes, or nobody can be asked
   */
  void confirm(String question);

  /**
   * Reads a password: from the terminal without showing it, or else the first line of standard
   * input. Nothing keeps it.
   *
   * @throws CrmException {@code BAD_REQUEST} if there is none
   */
  String secret(String prompt);

  /**
   * Says on a terminal how far long work is, in one line that is written over, and looks whether
   * somebody wants it to stop.
   *
   * @param total how much there is in all, or null while that is not known
   * @throws Interrupted if the operator has pressed Ctrl-C or gone away
   */
  void progress(String what, long done, @Nullable Long total);

  /**
   * Opens a file to read; {@code -} is standard input. A relative path begins where the operator
   * is.
   *
   * @throws CrmException {@code BAD_REQUEST} if it cannot be read
   */
  InputStream read(String file);

  /**
   * Opens a file to write; {@code -} is standard output. A file that is there is not overwritten.
   *
   * @throws CrmException {@code BAD_REQUEST} if it cannot be written or is there
   */
  OutputStream write(String file);

  /** Ends work that nobody waits for any more; the console lets it pass. */
  final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Interrupted() {
      super("interrupted", null, false, false);
    }
  }
}
