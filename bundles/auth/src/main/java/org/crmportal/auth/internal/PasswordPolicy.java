package org.crmportal.auth.internal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Violation;

/**
 * What makes a password good enough: its length, and that it is not the first thing somebody would
 * try. It asks for no special characters, since that makes passwords worse.
 */
final class PasswordPolicy {

  static final int MIN = 10;
  static final int MAX = 128;

  private static final Set<String> COMMON =
      Set.of(
          "1234567890",
          "0123456789",
          "12345678910",
          "1q2w3e4r5t",
          "1qaz2wsx3edc",
          "qwertyuiop",
          "qwerty12345",
          "qwerty123456",
          "asdfghjkl123",
          "abcdefghij",
          "abc1234567",
          "iloveyou123",
          "password12",
          "password123",
          "password1234",
          "password12345",
          "passwordpassword",
          "welcome123",
          "welcome1234",
          "letmein123",
          "changeme123",
          "changemenow",
          "administrator",
          "admin12345",
          "admin123456",
          "crmportal123");

  /** No characters that are easily taken for another. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private PasswordPolicy() {}

  /** What is wrong with a password; empty if nothing is. */
  static List<Violation> violations(String field, String password, String email) {
    var checks = new ArrayList<Violation>();
    var length = password.codePointCount(0, password.length());
    if (length < MIN) {
      checks.add(new Violation(field, "too_short", "has fewer than " + MIN + " characters"));
    } else if (length > MAX) {
      checks.add(new Violation(field, "too_long", "has more than " + MAX + " characters"));
    } else if (!Checks.storable(password)) {
      checks.add(new Violation(field, "bad_character", "contains a character that is no text"));
    } else if (guessable(password.toLowerCase(Locale.ROOT), email.toLowerCase(Locale.ROOT))) {
      checks.add(new Violation(field, "too_weak", "is easily guessed"));
    }
    return checks;
  }

  /**
   * Refuses a password that is not good enough.
   *
   * @throws CrmException {@code INVALID}
   */
  static void demand(String field, String password, String email) {
    var violations = violations(field, password, email);
    if (!violations.isEmpty()) {
      throw CrmException.invalid(violations);
    }
  }

  /** A password that nobody guesses: 20 characters, 115 bits. */
  static String generate(SecureRandom random) {
    var password = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  private static boolean guessable(String password, String email) {
    return COMMON.contains(password)
        || password.equals(email)
        || password.equals(email.substring(0, Math.max(0, email.indexOf('@'))))
        || password.codePoints().distinct().count() < 4;
  }
}
