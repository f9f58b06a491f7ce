package org.crmportal.auth.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Opaque tokens, and how they are kept: as a hash, so that a stolen table is worth nothing. */
final class Secrets {

  /** By this prefix an API token is told from an access token, and found in leaked code. */
  static final String API_TOKEN = "crm_";

  private Secrets() {}

  /** 256 random bits as text. */
  static String token(SecureRandom random) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The SHA-256 of a text in hexadecimal digits; tokens are random, so they need no salt. */
  static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
