package org.crmportal.platform.portal;

import org.jspecify.annotations.Nullable;

/**
 * A page of a module's own, drawn by an element.
 *
 * @param name its text's key is {@code menu.<name>}
 * @param path the page's address below {@code /}: {@code admin/permissions}
 * @param element the element that draws it, one of the portal's own or a {@link WebComponent}
 * @param icon the name of an icon of the portal
 * @param group where it stands in the navigation, or null for nowhere
 * @param order its place in the group, the lowest first
 * @param permission what its user must hold, {@code resource:action}, in any scope; null for who is
 *     signed in
 */
public record Menu(
    String name,
    String path,
    String element,
    String icon,
    @Nullable Group group,
    int order,
    @Nullable String permission)
    implements PortalPart {

  /** A page that is not in the navigation, for who is signed in. */
  public static Menu of(String name, String path, String element) {
    return new Menu(name, path, element, "file", null, 100, null);
  }

  /** Shows this icon. */
  public Menu icon(String shown) {
    return new Menu(name, path, element, shown, group, order, permission);
  }

  /** Stands in the navigation. */
  public Menu in(Group itsGroup, int place) {
    return new Menu(name, path, element, icon, itsGroup, place, permission);
  }

  /** Is only for who holds a permission, in any scope. */
  public Menu needs(String needed) {
    return new Menu(name, path, element, icon, group, order, needed);
  }
}
