package org.crmportal.log;

import java.math.BigInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes secrets and what identifies a person out of a text: passwords, tokens, e-mail addresses,
 * phone numbers and bank accounts. It rather masks too much than too little.
 */
final class Mask {

  static final String STARS = "***";

  /** A name that ends in a word for a secret, and what is said to be its value. */
  private static final Pattern NAMED =
      Pattern.compile(
          "((?:password|passwd|passphrase|pwd|secret|token|authorization|api[_-]?key|cookie"
              + "|credentials?|private[_-]?key)s?[\"']?\\s{0,3}[:=]\\s{0,3})"
              + "(?:(?:Bearer|Basic|Digest)\\s+)?"
              + "(?:\"(?:[^\"\\\\]|\\\\.){0,4096}\"?|'[^']{0,4096}'?|[^\\s,;&}\\])]+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SCHEME =
      Pattern.compile("\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]{8,}", Pattern.CASE_INSENSITIVE);

  /** A signed token is known by its beginning, which is an open brace in base64. */
  private static final Pattern JWT =
      Pattern.compile("\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)?");

  /** The user and password in a URL. */
  private static final Pattern USER_INFO =
      Pattern.compile("(?<=://)[^\\s/@:]{1,64}:[^\\s/@]+(?=@)");

  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]{1,64}(?:@|%40)[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,250})\\.\\p{L}{2,24}");

  private static final Pattern IBAN =
      Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b");

  /** With the country, or with the area and something between it and the rest. */
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\w.:/-])(?:(?:\\+|00)[1-9](?:[ ()/.-]{0,3}\\d){6,14}"
              + "|\\(?0\\d{1,4}\\)?[ /-]{1,3}\\d(?:[ -]?\\d){4,10}"
              + "|\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4})(?![\\w-])");

  private Mask() {}

  /** The text with stars in the place of what nobody should read in a log. */
  static String of(String text) {
    var masked = NAMED.matcher(text).replaceAll("$1" + STARS);
    masked = SCHEME.matcher(masked).replaceAll("$1 " + STARS);
    masked = JWT.matcher(masked).replaceAll(STARS);
    masked = USER_INFO.matcher(masked).replaceAll(STARS);
    if (masked.indexOf('@') >= 0 || masked.contains("%40")) {
      masked = EMAIL.matcher(masked).replaceAll(STARS + "@" + STARS);
    }
    masked = IBAN.matcher(masked).replaceAll(Mask::account);
    return PHONE.matcher(masked).replaceAll("+" + STARS);
  }

  /** Only with its check digits right is it one: other words look alike. */
  private static String account(MatchResult found) {
    var text = found.group().replace(" ", "");
    var digits = new StringBuilder();
    (text.substring(4) + text.substring(0, 4))
        .chars()
        .forEach(each -> digits.append(Character.digit(each, 36)));
    boolean right = new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    return right ? "IBAN " + STARS : found.group();
  }
}
