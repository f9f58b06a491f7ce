package org.crmportal.console.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Parameter;
import org.crmportal.platform.console.Parameter.Kind;

/** Completes options by the command's usage, and values by asking the command. */
final class Words implements Completer {

  private final ConsoleCommand command;

  Words(ConsoleCommand command) {
    this.command = command;
  }

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    int at = line.getCursorArgumentIndex();
    var words = Arrays.asList(line.getArguments());
    // The first word is the command itself.
    var before = words.subList(Math.min(1, words.size()), Math.min(at, words.size()));
    var found = candidates(before);
    return new StringsCompleter(found).complete(session, line, candidates);
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

  /** The argument that is next, or else the pairs. */
  private String place(List<String> before) {
    long given = before.stream().filter(word -> !word.startsWith("--")).count();
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
