package org.crmportal.platform.portal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done with a record beside changing its fields; shown only to who may do it
 * with any.
 *
 * @param name the command: {@code POST <type's path>/{id}/<name>}
 * @param icon the name of an icon of the portal
 * @param permission the action on the record type's resource that it needs, without scope
 * @param method the method that is sent, or null for {@code POST}
 * @param path the path below {@code /api/v1/} with {@code {id}}, or null for the command's
 * @param bulk whether many records can be given to it at once: {@code <type's path>/bulk/<name>}
 * @param when by column, the values of the records that it is for; empty for all
 * @param asks whether the portal asks first; the question's key is {@code
 *     lead.action.<name>.confirm}
 * @param component the element that asks for more before it is done, or null
 */
public record Action(
    String name,
    String icon,
    String permission,
    @Nullable String method,
    @Nullable String path,
    boolean bulk,
    Map<String, List<String>> when,
    boolean asks,
    @Nullable String component) {

  /** Copies the values. */
  public Action {
    when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
  }

  /** A command that needs the permission of its own name. */
  public static Action of(String name, String icon) {
    return new Action(name, icon, name, null, null, false, Map.of(), false, null);
  }

  /** It needs another permission on the record type's resource. */
  public Action needs(String action) {
    return new Action(name, icon, action, method, path, bulk, when, asks, component);
  }

  /** It is sent elsewhere. */
  public Action sends(String otherMethod, String otherPath) {
    return new Action(name, icon, permission, otherMethod, otherPath, bulk, when, asks, component);
  }

  /** It can be done with many records at once. */
  public Action forMany() {
    return new Action(name, icon, permission, method, path, true, when, asks, component);
  }

  /** It is only for records with one of these values. */
  public Action when(String column, String... values) {
    var more = new LinkedHashMap<>(when);
    more.put(column, List.of(values));
    return new Action(name, icon, permission, method, path, bulk, more, asks, component);
  }

  /** The portal asks before it is done. */
  public Action confirmed() {
    return new Action(name, icon, permission, method, path, bulk, when, true, component);
  }

  /** An element of the module asks for more and does it. */
  public Action component(String element) {
    return new Action(name, icon, permission, method, path, bulk, when, asks, element);
  }
}
