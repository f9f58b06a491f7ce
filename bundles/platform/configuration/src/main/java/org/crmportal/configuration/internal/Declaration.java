package org.crmportal.configuration.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a module says of one of its keys. */
record Declaration(
    String key,
    String description,
    Type type,
    @Nullable String least,
    @Nullable String most,
    List<String> options,
    String standard) {

  /** What a value is. */
  enum Type {
    WHOLE("a whole number"),
    NUMBER("a number"),
    YES_OR_NO("true or false"),
    TEXT("a text"),
    SECRET("a text");

    private final String words;

    Type(String words) {
      this.words = words;
    }
  }

  /** The same for another key. */
  Declaration of(String other) {
    return new Declaration(other, description, type, least, most, options, standard);
  }

  boolean secret() {
    return type == Type.SECRET;
  }

  /** What may be set, as a part of a sentence. */
  String allowed() {
    if (!options.isEmpty()) {
      return "one of " + String.join(", ", options);
    }
    if (least != null && most != null) {
      return type.words + " from " + least + " to " + most;
    }
    if (least != null) {
      return type.words + " from " + least;
    }
    return most == null ? type.words : type.words + " up to " + most;
  }

  /** Whether a value may be set. */
  boolean allows(String value) {
    var text = value.strip();
    if (!options.isEmpty()) {
      return options.contains(text);
    }
    return switch (type) {
      case TEXT, SECRET -> true;
      case YES_OR_NO -> text.equals("true") || text.equals("false");
      case WHOLE -> text.matches("[+-]?\\d{1,18}") && within(text);
      case NUMBER -> number(text).isPresent() && within(text);
    };
  }

  private boolean within(String text) {
    var value = new BigDecimal(text);
    return (least == null || value.compareTo(new BigDecimal(least)) >= 0)
        && (most == null || value.compareTo(new BigDecimal(most)) <= 0);
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A value as it may be shown. */
  String shown(String value) {
    return secret() && !value.isEmpty() ? "********" : value;
  }
}
