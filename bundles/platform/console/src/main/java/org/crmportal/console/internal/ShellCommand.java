package org.crmportal.console.internal;

import java.util.List;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.console.ConsoleCall.Interrupted;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.record.RecordText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command as Karaf's shell knows it; the answer, the complaint and the exit status of each. */
final class ShellCommand implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(ShellCommand.class);
  private static final int FAILED = 1;
  private static final int WRONG_INPUT = 2;
  private static final int STOPPED = 130;

  private final ConsoleCommand command;
  private final Operator operator;
  private final RecordText text;

  ShellCommand(ConsoleCommand command, Operator operator, RecordText text) {
    this.command = command;
    this.operator = operator;
    this.text = text;
  }

  @Override
  public String getScope() {
    return "crm";
  }

  @Override
  public String getName() {
    return command.usage().name();
  }

  @Override
  public String getDescription() {
    return command.usage().summary();
  }

  @Override
  public Completer getCompleter(boolean scoped) {
    return new Words(command, operator::suggest);
  }

  @Override
  public @Nullable Parser getParser() {
    return null;
  }

  @Override
  public @Nullable Object execute(Session session, List<Object> arguments) {
    var screen = new Screen(session);
    int status = status(screen, arguments.stream().map(String::valueOf).toList());
    // A shell would print it.
    return status == 0 || !screen.oneCommand() ? null : status;
  }

  private int status(Screen screen, List<String> words) {
    try {
      run(screen, words);
      return 0;
    } catch (CrmException e) {
      Complaint.of(e).forEach(screen::note);
      return Complaint.isWrongInput(e) ? WRONG_INPUT : FAILED;
    } catch (Interrupted e) {
      screen.note("interrupted");
      return STOPPED;
    } catch (RuntimeException e) {
      LOG.error("crm:{} failed", getName(), e);
      screen.note("crm:" + getName() + " failed by a defect; log/crm.log has the cause");
      return FAILED;
    }
  }

  private void run(Screen screen, List<String> words) {
    var usage = command.usage();
    var line = CommandLine.read(usage, words);
    if (line.has("help")) {
      System.out.print(Help.of(usage));
      System.out.flush();
      return;
    }
    var call = new Call(line, screen, text);
    operator.run(line.value("as"), usage.permission(), () -> command.run(call));
  }
}
