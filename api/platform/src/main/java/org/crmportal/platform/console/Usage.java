package org.crmportal.platform.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be said on a command's line.
 *
 * @param name the command's name after {@code crm:}, in lower case with hyphens
 * @param summary what it does, in one line without a full stop
 * @param permission what its caller must hold, or null where that depends on the arguments and the
 *     command checks it itself
 * @param parameters its arguments in their order, its options and flags
 * @param asks whether it asks before it does something, unless {@code --yes} is given
 * @param rehearses whether it has {@code --dry-run}
 */
public record Usage(
    String name,
    String summary,
    @Nullable String permission,
    List<Parameter> parameters,
    boolean asks,
    boolean rehearses) {

  public Usage {
    parameters = List.copyOf(parameters);
  }

  /** A command without parameters. */
  public static Usage of(String name, String summary) {
    return new Usage(name, summary, null, List.of(), false, false);
  }

  /** Whoever calls it must hold a permission, {@code resource:action} or with a narrower scope. */
  public Usage needs(String permission) {
    return new Usage(name, summary, permission, parameters, asks, rehearses);
  }

  /** It has an argument that must be given. */
  public Usage argument(String parameter, String meaning) {
    return with(Parameter.Kind.ARGUMENT, parameter, meaning);
  }

  /** It has an argument that may be left out; it comes after those that must be given. */
  public Usage optional(String parameter, String meaning) {
    return with(Parameter.Kind.OPTIONAL, parameter, meaning);
  }

  /** It takes any number of {@code name=value} after its arguments. */
  public Usage pairs(String parameter, String meaning) {
    return with(Parameter.Kind.PAIRS, parameter, meaning);
  }

  /** It has an option with a value. */
  public Usage option(String parameter, String meaning) {
    return with(Parameter.Kind.OPTION, parameter, meaning);
  }

  /** It has an option without a value. */
  public Usage flag(String parameter, String meaning) {
    return with(Parameter.Kind.FLAG, parameter, meaning);
  }

  /** It destroys something: it has {@code --yes} and {@code --dry-run}. */
  public Usage destructive() {
    return new Usage(name, summary, permission, parameters, true, true);
  }

  /** It has {@code --dry-run}. */
  public Usage rehearsed() {
    return new Usage(name, summary, permission, parameters, asks, true);
  }

  private Usage with(Parameter.Kind kind, String parameter, String meaning) {
    var more = new ArrayList<>(parameters);
    more.add(new Parameter(kind, parameter, meaning));
    return new Usage(name, summary, permission, more, asks, rehearses);
  }
}
