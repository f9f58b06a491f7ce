package org.crmportal.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects all violations of one value before it fails, so that a form is corrected in one go.
 *
 * <p>Each check gives back the value as it is to be kept: text without surrounding white space, an
 * empty optional text as null, a decimal with exactly the decimals of its column.
 */
public final class Checks {

  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@<>\"(),:;\\[\\]\\\\]+@[^\\s@<>\"(),:;\\[\\]\\\\.]+(\\.[^\\s@<>\"(),:;\\[\\]\\\\.]+)+");

  private final List<Violation> violations = new ArrayList<>();

  /** A text that must be there, with at most {@code max} characters. */
  public String text(String field, @Nullable String value, int max) {
    var text = optionalText(field, value, max);
    if (text == null) {
      fail(field, "required", "must not be empty");
      return "";
    }
    return text;
  }

  /** A text that may be missing; blank counts as missing. */
  public @Nullable String optionalText(String field, @Nullable String value, int max) {
    if (value == null || value.isBlank()) {
      return null;
    }
    var text = value.strip();
    require(
        text.codePointCount(0, text.length()) <= max,
        field,
        "too_long",
        "has more than " + max + " characters");
    require(storable(text), field, "bad_character", "contains a character that cannot be stored");
    return text;
  }

  /** An e-mail address that may be missing. */
  public @Nullable String optionalEmail(String field, @Nullable String value) {
    var text = optionalText(field, value, 255);
    if (text != null) {
      require(EMAIL.matcher(text).matches(), field, "email", "must be an e-mail address");
    }
    return text;
  }

  /** An amount of money that may be missing: not negative, {@code NUMERIC(12, 2)}. */
  public @Nullable BigDecimal optionalAmount(String field, @Nullable BigDecimal value) {
    return optionalDecimal(field, value, 12, 2);
  }

  /** A number that may be missing: not negative, {@code NUMERIC(precision, scale)}. */
  public @Nullable BigDecimal optionalDecimal(
      String field, @Nullable BigDecimal value, int precision, int scale) {
    if (value == null) {
      return null;
    }
    require(value.signum() >= 0, field, "negative", "must not be negative");
    if (value.precision() - (long) value.scale() > precision - scale) {
      fail(field, "too_large", "must be less than 1e" + (precision - scale));
      return value;
    }
    if (value.scale() > scale && value.stripTrailingZeros().scale() > scale) {
      fail(field, "too_precise", "has more than " + scale + " decimals");
      return value;
    }
    return value.setScale(scale, RoundingMode.UNNECESSARY);
  }

  /** A value that must be there. */
  public <T> T present(String field, @Nullable T value, T otherwise) {
    if (value == null) {
      fail(field, "required", "must not be empty");
      return otherwise;
    }
    return value;
  }

  /** Fails the field unless the condition holds. */
  public Checks require(boolean holds, String field, String code, String message) {
    if (!holds) {
      fail(field, code, message);
    }
    return this;
  }

  /** Adds a violation. */
  public void fail(String field, String code, String message) {
    violations.add(new Violation(field, code, message));
  }

  /** Adds violations that were found elsewhere. */
  public void addAll(List<Violation> others) {
    violations.addAll(others);
  }

  /**
   * Ends the checks.
   *
   * @throws CrmException {@code INVALID} with every violation, if there is any
   */
  public void done() {
    if (!violations.isEmpty()) {
      throw CrmException.invalid(violations);
    }
  }

  /** PostgreSQL's text holds neither NUL nor half a surrogate pair. */
  public static boolean storable(String text) {
    return text.indexOf('\0') < 0
        && text.codePoints()
            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
