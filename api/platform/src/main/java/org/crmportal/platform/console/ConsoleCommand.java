package org.crmportal.platform.console;

import java.util.List;
import org.crmportal.platform.CrmException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A command of the operators' console, {@code crm:<name>}; register an implementation as a service.
 * It comes and goes with the service. The console reads the command line, checks the permission,
 * and has {@code --help}, {@code --json} and {@code --as} for every command.
 */
@ConsumerType
public interface ConsoleCommand {

  /** What may be said on its command line; always the same. */
  Usage usage();

  /**
   * Does what was asked for, as the caller of this thread, by one method of a service.
   *
   * @throws CrmException becomes the command's complaint and a non-zero exit status
   */
  void run(ConsoleCall call);

  /**
   * What could stand next on the command line.
   *
   * @param parameter the name of the argument or option that is being typed
   * @param words what stands before it, the command's name excluded
   */
  default List<String> candidates(String parameter, List<String> words) {
    return List.of();
  }
}
