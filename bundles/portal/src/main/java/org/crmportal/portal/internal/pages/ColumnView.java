package org.crmportal.portal.internal.pages;

import java.util.List;
import org.crmportal.platform.portal.ColumnKind;
import org.crmportal.platform.portal.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A column, as it is shown and typed.
 *
 * @param maxLength how many characters a text may have, or null
 * @param values what an enumeration may be, or null
 * @param refersTo the record type whose id it holds, or null
 * @param help what it means, or null
 */
public record ColumnView(
    String name,
    String label,
    ColumnKind kind,
    boolean settable,
    boolean required,
    @Nullable Integer maxLength,
    @Nullable List<Choice> values,
    @Nullable String refersTo,
    boolean sortable,
    @Nullable String help) {

  /** A value of an enumeration. */
  public record Choice(String value, String label, @Nullable Tone tone) {}
}
