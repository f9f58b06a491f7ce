package org.crmportal.console.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Parameter;
import org.crmportal.platform.console.Parameter.Kind;

/** Completes options by the command's usage, and values by asking the command. */
final class Words implements Completer {

  private static final int NONE = -1;

  private final ConsoleCommand command;

  private final Function<Supplier<List<String>>, List<String>> asOperator;

  /**
   * @param asOperator asks the command in the name of whoever types
   */
  Words(ConsoleCommand command, Function<Supplier<List<String>>, List<String>> asOperator) {
    this.command = command;
    this.asOperator = asOperator;
  }

  /** The shell asks every command's completer, whichever command the line begins with. */
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    int at = line.getCursorArgumentIndex();
    var words = Arrays.asList(line.getArguments());
    var name = "crm:" + command.usage().name();
    if (at > 0 && !session.resolveCommand(words.get(0)).equals(name)) {
      return NONE;
    }
    var before = words.subList(Math.min(1, at), Math.min(at, words.size()));
    var found = at == 0 ? List.of(name) : asOperator.apply(() -> candidates(before));
    var typed = Objects.requireNonNullElse(line.getCursorArgument(), "");
    var beginning = typed.substring(0, Math.min(typed.length(), line.getArgumentPosition()));
    found.stream()
        .filter(each -> each.startsWith(beginning))
        // After name= the value follows at once.
        .map(each -> each.endsWith("=") ? each : each + " ")
        .forEach(candidates::add);
    return candidates.isEmpty() ? NONE : line.getBufferPosition() - line.getArgumentPosition();
  }

  /** What may stand after these words. */
  List<String> candidates(List<String> before) {
    var usage = command.usage();
    var options = org.crmportal.console.internal.CommandLine.options(usage);
    if (!before.isEmpty()) {
      var last = before.get(before.size() - 1);
      for (var option : options) {
        if (option.kind() == Kind.OPTION && last.equals("--" + option.name())) {
          return command.candidates(option.name(), before);
        }
      }
    }
    var found = new ArrayList<>(command.candidates(place(before), before));
    options.stream()
        .map(option -> "--" + option.name())
        .filter(option -> !before.contains(option))
        .forEach(found::add);
    return found;
  }

  /** Whether a word needs the next one for its value. */
  private boolean isOption(String word) {
    return org.crmportal.console.internal.CommandLine.options(command.usage()).stream()
        .anyMatch(each -> each.kind() == Kind.OPTION && word.equals("--" + each.name()));
  }

  /** The argument that is next, or else the pairs. */
  private String place(List<String> before) {
    long given = 0;
    for (int i = 0; i < before.size(); i++) {
      if (isOption(before.get(i))) {
        i++;
      } else if (!before.get(i).startsWith("--")) {
        given++;
      }
    }
    return command.usage().parameters().stream()
        .filter(each -> each.kind() != Kind.OPTION && each.kind() != Kind.FLAG)
        .skip(given)
        .findFirst()
        .or(
            () ->
                command.usage().parameters().stream()
                    .filter(each -> each.kind() == Kind.PAIRS)
                    .findFirst())
        .map(Parameter::name)
        .orElse("");
  }
}
