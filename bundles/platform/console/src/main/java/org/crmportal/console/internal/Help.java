package org.crmportal.console.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.crmportal.platform.console.Parameter;
import org.crmportal.platform.console.Parameter.Kind;
import org.crmportal.platform.console.Usage;

/** What {@code --help} shows. */
final class Help {

  private Help() {}

  static String of(Usage usage) {
    var text = new StringBuilder();
    text.append("crm:").append(usage.name()).append(" - ").append(usage.summary()).append("\n\n");
    text.append("  crm:").append(usage.name());
    var places =
        usage.parameters().stream()
            .filter(each -> each.kind() != Kind.OPTION && each.kind() != Kind.FLAG)
            .toList();
    places.forEach(place -> text.append(' ').append(written(place)));
    text.append(" [options]\n");
    if (!places.isEmpty()) {
      text.append('\n').append(lines(places));
    }
    text.append('\n').append(lines(CommandLine.options(usage)));
    if (usage.permission() != null) {
      text.append("\nIt needs the permission ").append(usage.permission()).append(".\n");
    }
    return text.toString();
  }

  private static String lines(List<Parameter> parameters) {
    int width = parameters.stream().mapToInt(each -> written(each).length()).max().orElse(0);
    return parameters.stream()
        .map(each -> "  %-" + width + "s  " + "%s\n")
        .collect(Collectors.joining())
        .formatted(
            parameters.stream()
                .flatMap(each -> List.of(written(each), each.summary()).stream())
                .toArray());
  }

  private static String written(Parameter parameter) {
    return switch (parameter.kind()) {
      case ARGUMENT -> "<" + parameter.name() + ">";
      case OPTIONAL -> "[" + parameter.name() + "]";
      case PAIRS -> "[" + parameter.name() + "=…]...";
      case OPTION -> "--" + parameter.name() + " <value>";
      case FLAG -> "--" + parameter.name();
    };
  }
}
