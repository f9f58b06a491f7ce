package org.crmportal.jobs.internal.csv;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads numbers with one decimal sign, and with groups of thousands or without. */
final class Numbers {

  /** A number of a thousand digits fits no column, but costs time to read. */
  private static final int MAX_LENGTH = 100;

  private static final String DIGITS = "[+-]?(\\d+|\\d{1,3}(GROUP\\d{3})+)(SIGN\\d+)?";
  private static final String SPACES = "\\u0020\\u00A0\\u202F'";

  private final char sign;
  private final Pattern pattern;

  /** Numbers with a sign before their decimals: a point or a comma. */
  Numbers(String decimal) {
    sign = decimal.charAt(0);
    var group = sign == ',' ? "[." + SPACES + "]" : "[," + SPACES + "]";
    pattern = Pattern.compile(DIGITS.replace("GROUP", group).replace("SIGN", "[" + sign + "]"));
  }

  BigDecimal decimal(String text) throws Unreadable {
    if (text.length() > MAX_LENGTH || !pattern.matcher(text).matches()) {
      throw new Unreadable("must be a number with " + sign + " before its decimals");
    }
    return new BigDecimal(text.replaceAll("[^0-9+\\-" + sign + "]", "").replace(sign, '.'));
  }

  long whole(String text, long min, long max) throws Unreadable {
    var number = decimal(text);
    try {
      long value = number.longValueExact();
      if (value >= min && value <= max) {
        return value;
      }
    } catch (ArithmeticException e) {
      throw new Unreadable("must be a whole number of at most 18 digits");
    }
    throw new Unreadable("must be " + min + " to " + max);
  }
}
