package org.crmportal.portal.internal.pages;

import java.util.List;
import java.util.Map;
import org.crmportal.platform.portal.Card.Kind;
import org.crmportal.platform.portal.Group;
import org.crmportal.platform.portal.WebComponent.Slot;
import org.crmportal.rest.Tagged;
import org.jspecify.annotations.Nullable;

/**
 * What the portal shows to one user, in one language.
 *
 * @param version another one when anything of this is
 * @param currency the company's, in which amounts without another one are
 * @param stopped modules that are installed and do not run
 */
public record PortalDescription(
    String version,
    String currency,
    List<PageView> pages,
    List<MenuView> menus,
    List<CardView> cards,
    List<ComponentView> components,
    List<Stopped> stopped)
    implements Tagged {

  /** A page that a module draws itself. */
  public record MenuView(
      String name,
      String label,
      String icon,
      @Nullable Group group,
      int order,
      String path,
      String component,
      String module) {}

  /** A card of the first page. */
  public record CardView(
      String name,
      String label,
      int order,
      Kind kind,
      String page,
      String query,
      @Nullable String groupBy,
      @Nullable String sum,
      List<String> columns,
      @Nullable String component) {}

  /**
   * An element that a module brings.
   *
   * @param module the address of the ES module that defines it
   */
  public record ComponentView(
      String element,
      String module,
      @Nullable Slot slot,
      @Nullable String page,
      String label,
      int order) {}

  /** A module that is installed and does not run. */
  public record Stopped(String module, String label, List<String> paths) {}

  /** What can be done with a record. */
  public record ActionView(
      String name,
      String label,
      String icon,
      String permission,
      String method,
      String path,
      @Nullable String bulkPath,
      @Nullable Map<String, List<String>> when,
      @Nullable String confirm,
      @Nullable String component) {}

  /** A list of other records on a record's page. */
  public record RelatedView(String page, String path, String label, List<String> columns) {}

  /** A part of a form. */
  public record SectionView(String name, String label, List<String> columns) {}
}
