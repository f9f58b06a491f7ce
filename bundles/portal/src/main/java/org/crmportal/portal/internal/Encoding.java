package org.crmportal.portal.internal;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways in which a file may lie compressed beside itself, the smaller first. */
enum Encoding {
  BR("br", ".br"),
  GZIP("gzip", ".gz"),
  NONE("identity", "");

  private final String token;
  private final String ending;

  Encoding(String token, String ending) {
    this.token = token;
    this.ending = ending;
  }

  /** What {@code Content-Encoding} says. */
  String token() {
    return token;
  }

  /** What the name of the compressed file ends with. */
  String ending() {
    return ending;
  }

  /** Whether a caller with this {@code Accept-Encoding} can read it. */
  boolean acceptedBy(@Nullable String header) {
    if (this == NONE || header == null) {
      return this == NONE;
    }
    return Arrays.stream(header.toLowerCase(Locale.ROOT).replaceAll("\\s", "").split(",", -1))
        .filter(part -> part.split(";", 2)[0].equals(token))
        .anyMatch(part -> !part.matches(".*;q=0(\\.0*)?"));
  }
}
