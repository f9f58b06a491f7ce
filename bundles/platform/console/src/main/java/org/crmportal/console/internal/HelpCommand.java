package org.crmportal.console.internal;

import java.util.Comparator;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists the commands that there are. */
@Component
public final class HelpCommand implements ConsoleCommand {

  private final SessionFactory shell;

  @Activate
  public HelpCommand(@Reference SessionFactory shell) {
    this.shell = shell;
  }

  @Override
  public Usage usage() {
    return Usage.of("help", "All commands of the CRM; --help after one of them tells more");
  }

  /** A line of the list. */
  record Line(String command, String summary) {}

  @Override
  public void run(ConsoleCall call) {
    var lines =
        shell.getRegistry().getCommands().stream()
            .filter(each -> each.getScope().equals("crm") && !(each instanceof AnswerCommand))
            .sorted(Comparator.comparing(Command::getName))
            .map(each -> new Line("crm:" + each.getName(), each.getDescription()))
            .toList();
    call.show(lines);
  }
}
