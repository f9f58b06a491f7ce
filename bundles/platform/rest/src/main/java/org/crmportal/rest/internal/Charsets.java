package org.crmportal.rest.internal;

import java.util.regex.Pattern;
import javax.ws.rs.ClientErrorException;
import org.jspecify.annotations.Nullable;

/** All text that comes in is UTF-8. */
final class Charsets {

  private static final Pattern NAMED = Pattern.compile("(?i)charset\\s*=");
  private static final Pattern UTF_8 =
      Pattern.compile("(?i)charset=(\"utf-8\"|utf-8|us-ascii)\\s*(;|$)");

  private Charsets() {}

  /** Refuses a Content-Type that names another charset, or one that cannot be. */
  static void check(@Nullable String contentType) {
    if (contentType != null
        && NAMED.matcher(contentType).find()
        && !UTF_8.matcher(contentType).find()) {
      throw new ClientErrorException("The charset is not UTF-8", 415);
    }
  }
}
