package org.crmportal.auth.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client's address as PostgreSQL takes it: what a proxy made up must not fail a sign-in. */
final class Address {

  private static final Pattern LITERAL = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|[^%]*:[^%]*");
  private static final String NOWHERE = "::";

  private Address() {}

  /** The address, or {@code ::} where there is none. */
  static String of(@Nullable String text) {
    var bare = text == null ? "" : text.replaceAll("%.*|[\\[\\]]", "");
    if (!LITERAL.matcher(bare).matches()) {
      return NOWHERE;
    }
    try {
      return InetAddress.getByName(bare).getHostAddress();
    } catch (UnknownHostException e) {
      return NOWHERE;
    }
  }
}
