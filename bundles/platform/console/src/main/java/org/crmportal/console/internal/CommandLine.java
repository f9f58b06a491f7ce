package org.crmportal.console.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.console.Parameter;
import org.crmportal.platform.console.Parameter.Kind;
import org.crmportal.platform.console.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A command line, read by a command's usage and nothing else.
 *
 * @param values arguments and options by name; a flag has its own name as its value
 * @param pairs the words {@code name=value}
 */
record CommandLine(Map<String, String> values, Map<String, List<String>> pairs) {

  private static final Parameter JSON =
      new Parameter(Kind.FLAG, "json", "answer in JSON, for programs");
  private static final Parameter AS =
      new Parameter(Kind.OPTION, "as", "the e-mail address of the user in whose name it is done");
  private static final Parameter YES = new Parameter(Kind.FLAG, "yes", "do not ask");
  private static final Parameter REHEARSE =
      new Parameter(Kind.FLAG, "dry-run", "say what would be done, and do nothing");
  private static final Parameter HELP = new Parameter(Kind.FLAG, "help", "show this");

  /**
   * Reads the words after the command's name.
   *
   * @throws CrmException {@code BAD_REQUEST} naming the word that is wrong or missing
   */
  static CommandLine read(Usage usage, List<String> words) {
    var values = new LinkedHashMap<String, String>();
    var pairs = new LinkedHashMap<String, List<String>>();
    var places = usage.parameters().stream().filter(CommandLine::hasPlace).iterator();
    boolean options = true;
    for (var rest = words.iterator(); rest.hasNext(); ) {
      var word = rest.next();
      if (options && word.equals("--")) {
        options = false;
      } else if (options && word.startsWith("--")) {
        option(usage, word.substring(2), rest, values);
      } else if (places.hasNext()) {
        values.put(places.next().name(), word);
      } else {
        pair(usage, word, pairs);
      }
    }
    var line = new CommandLine(values, pairs);
    if (!line.has("help") && places.hasNext()) {
      var missing = places.next();
      require(missing.kind() != Kind.ARGUMENT, "<" + missing.name() + "> is missing", usage);
    }
    return line;
  }

  /** All options and flags of a command, those that every command has included. */
  static List<Parameter> options(Usage usage) {
    var own =
        usage.parameters().stream()
            .filter(each -> each.kind() == Kind.OPTION || each.kind() == Kind.FLAG);
    var asked =
        Stream.concat(
            usage.rehearses() ? Stream.of(REHEARSE) : Stream.of(),
            usage.asks() ? Stream.of(YES) : Stream.of());
    return Stream.of(own, asked, Stream.of(AS, JSON, HELP)).flatMap(each -> each).toList();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  private static boolean hasPlace(Parameter parameter) {
    return parameter.kind() == Kind.ARGUMENT || parameter.kind() == Kind.OPTIONAL;
  }

  private static void option(
      Usage usage, String text, Iterator<String> rest, Map<String, String> values) {
    var parts = text.split("=", 2);
    var name = parts[0];
    var option =
        options(usage).stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
    require(option != null, "there is no option --" + name, usage);
    var value = parts.length == 2 ? parts[1] : null;
    if (option != null && option.kind() == Kind.FLAG) {
      require(value == null, "--" + name + " takes no value", usage);
      values.put(name, name);
    } else {
      require(value != null || rest.hasNext(), "--" + name + " needs a value", usage);
      values.put(name, value == null ? rest.next() : value);
    }
  }

  private static void pair(Usage usage, String word, Map<String, List<String>> pairs) {
    boolean wanted = usage.parameters().stream().anyMatch(each -> each.kind() == Kind.PAIRS);
    var parts = word.split("=", 2);
    require(wanted, word + " is too much", usage);
    require(parts.length == 2 && !parts[0].isEmpty(), word + " is not name=value", usage);
    pairs.computeIfAbsent(parts[0], any -> new ArrayList<>()).add(parts[1]);
  }

  private static void require(boolean right, String complaint, Usage usage) {
    if (!right) {
      throw CrmException.badRequest(complaint + "; see crm:" + usage.name() + " --help");
    }
  }

  @Nullable String value(String name) {
    return values.get(name);
  }
}
