package org.crmportal.rest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code If-Match} of a change: the version that the caller has seen. A resource takes
 * it as {@code @HeaderParam("If-Match") @Nullable IfMatch ifMatch}.
 *
 * @param expected the version, or null if any will do ({@code *})
 */
public record IfMatch(@Nullable Long expected) {

  /** What no record has: weak or foreign tags match nothing, so the change is refused as stale. */
  private static final long NONE = -1;

  private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})(?:\\.[0-9a-z]*)?\"");

  /** Reads the header; only what stands before the dot counts, the rest is derived. */
  public static IfMatch valueOf(String header) {
    var text = header.strip();
    if (text.equals("*")) {
      return new IfMatch(null);
    }
    var matcher = STRONG.matcher(text);
    return new IfMatch(matcher.matches() ? Long.parseLong(matcher.group(1)) : NONE);
  }

  /** The version that a header asks for, or null if there is no header or any version will do. */
  public static @Nullable Long version(@Nullable IfMatch header) {
    return header == null ? null : header.expected();
  }
}
