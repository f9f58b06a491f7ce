package org.crmportal.platform.portal;

import org.jspecify.annotations.Nullable;

/**
 * A custom element that a module brings, in an ES module below {@code portal/} of its bundle. Only
 * bundles that declare one have files served from there.
 *
 * @param element the element's name: {@code crm-lead-conversion}
 * @param file the ES module that defines it, below {@code portal/}: {@code index.js}
 * @param slot where it is shown by itself, or null if something else names it
 * @param page the record type on whose page it is shown; null for all
 * @param permission what its user must hold, {@code resource:action}, in any scope; null for who is
 *     signed in
 * @param order its place among others, the lowest first
 */
public record WebComponent(
    String element,
    String file,
    @Nullable Slot slot,
    @Nullable String page,
    @Nullable String permission,
    int order)
    implements PortalPart {

  /** The page of {@link #on} that stands for every record type's. */
  public static final String ANY = "*";

  /** Where an element is shown. */
  public enum Slot {
    /** Among the actions of a record. */
    ACTION,
    /** As a section of a record's form. */
    SECTION,
    /** As a tab of a record's page. */
    TAB,
    /** As a page, which a {@link Menu} names. */
    PAGE,
    /** As a card, which a {@link Card} names. */
    CARD
  }

  /** An element of {@code index.js} that something else names. */
  public static WebComponent of(String element) {
    return new WebComponent(element, "index.js", null, null, null, 100);
  }

  @Override
  public String name() {
    return element;
  }

  /** Is defined in another file. */
  public WebComponent file(String other) {
    return new WebComponent(element, other, slot, page, permission, order);
  }

  /**
   * Is shown on a record type's page, or on {@link #ANY}; its text's key is {@code
   * component.<element>}.
   */
  public WebComponent on(String recordPage, Slot place, int itsOrder) {
    return new WebComponent(element, file, place, recordPage, permission, itsOrder);
  }

  /** Is only for who holds a permission, in any scope. */
  public WebComponent needs(String needed) {
    return new WebComponent(element, file, slot, page, needed, order);
  }
}
