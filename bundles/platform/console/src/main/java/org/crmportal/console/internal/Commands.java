package org.crmportal.console.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.record.RecordText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Gives every command that is a service to Karaf's shell, for as long as it is there. */
@Component(
    service = {},
    immediate = true)
public final class Commands {

  private final SessionFactory shell;
  private final Operator operator;
  private final RecordText text;
  private final AnswerCommand answer = new AnswerCommand();
  private final Map<ConsoleCommand, ShellCommand> known = new ConcurrentHashMap<>();

  @Activate
  public Commands(
      @Reference SessionFactory shell, @Reference Operator operator, @Reference RecordText text) {
    this.shell = shell;
    this.operator = operator;
    this.text = text;
    shell.getRegistry().register(answer);
  }

  /** A command has come. */
  @Reference(
      name = "command",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void add(ConsoleCommand command) {
    var shellCommand = new ShellCommand(command, operator, text);
    known.put(command, shellCommand);
    shell.getRegistry().register(shellCommand);
  }

  /** A command has gone. */
  public void remove(ConsoleCommand command) {
    var shellCommand = known.remove(command);
    if (shellCommand != null) {
      shell.getRegistry().unregister(shellCommand);
    }
  }

  @Deactivate
  void close() {
    shell.getRegistry().unregister(answer);
    known.values().forEach(shell.getRegistry()::unregister);
    known.clear();
  }
}
