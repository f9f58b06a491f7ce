package org.crmportal.platform.portal;

import java.util.List;

/**
 * A part of a record's form with a heading.
 *
 * @param name its text's key is {@code lead.section.<name>}
 * @param columns what stands in it, in this order
 */
public record Section(String name, List<String> columns) {

  /** Copies the columns. */
  public Section {
    columns = List.copyOf(columns);
  }
}
