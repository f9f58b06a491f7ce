package org.crmportal.portal.internal.pages;

import org.jspecify.annotations.Nullable;

/** The texts of one bundle in one language; what all records have in common is the portal's. */
final class Wording {

  private final String language;
  private final Texts own;
  private final Texts common;

  Wording(String language, Texts own, Texts common) {
    this.language = language;
    this.own = own;
    this.common = common;
  }

  /** The text of a key, or else the name, made readable. */
  String text(String key, String name) {
    return own.find(language, key).orElseGet(() -> Texts.humanised(name));
  }

  /** The text of a key, or null. */
  @Nullable String optional(String key) {
    return own.find(language, key).orElse(null);
  }

  /** What a column is called: by its own text, or that of the column of all records. */
  String column(String type, String column) {
    return own.find(language, type + "." + column)
        .or(() -> common.find(language, "column." + column))
        .orElseGet(() -> Texts.humanised(column));
  }
}
