package org.crmportal.persistence.internal.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A FIQL expression and what it means, said in Java. */
record RandomCondition(String fiql, Predicate<Deal> holds) {

  static RandomCondition of(Random random, RandomDeals deals, int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      var one = of(random, deals, depth - 1);
      var other = of(random, deals, depth - 1);
      return random.nextBoolean()
          ? new RandomCondition("(" + one.fiql + ";" + other.fiql + ")", one.holds.and(other.holds))
          : new RandomCondition("(" + one.fiql + "," + other.fiql + ")", one.holds.or(other.holds));
    }
    return leaf(random, deals);
  }

  private static RandomCondition leaf(Random random, RandomDeals deals) {
    var word = deals.pick(RandomDeals.WORDS);
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> number(random);
      case 4 -> equal(random, "stage", d -> word(d.stage()), word(deals.pick(stages())));
      case 5 -> equal(random, "assigned_to", Deal::assignedTo, deals.pick(deals.users));
      case 6 -> like(random, "title", Deal::title, word);
      case 7 -> like(random, "city", Deal::city, word);
      case 8 -> in(random, deals);
      default -> key(random, word);
    };
  }

  private static RandomCondition number(Random random) {
    var start = Instant.parse("2026-01-01T00:00:00Z");
    var amount = BigDecimal.valueOf(random.nextInt(0, 2_000), 2);
    var day = LocalDate.of(2026, 1, random.nextInt(1, 6));
    var seen = start.plusNanos(random.nextInt(5) * 1_000L);
    var created = start.plusSeconds(random.nextInt(500));
    return switch (random.nextInt(8)) {
      case 0 -> compared(random, "score", Deal::score, random.nextInt(-3, 10));
      case 1 -> compared(random, "visits", Deal::visits, (long) random.nextInt(3));
      case 2 -> compared(random, "amount", Deal::amount, amount);
      case 3 -> compared(random, "due_date", Deal::dueDate, day);
      case 4 -> compared(random, "seen_at", Deal::seenAt, seen);
      case 5 -> compared(random, "created_at", Deal::createdAt, created);
      case 6 -> compared(random, "doubled", Deal::doubled, random.nextInt(-6, 20));
      default -> equal(random, "urgent", Deal::urgent, random.nextBoolean());
    };
  }

  private static List<Stage> stages() {
    return List.of(Stage.values());
  }

  private static @Nullable String word(@Nullable Stage stage) {
    return stage == null ? null : stage.name().toLowerCase(Locale.ROOT);
  }

  private static <V extends Comparable<? super V>> RandomCondition compared(
      Random random, String column, Function<Deal, @Nullable V> get, V value) {
    Predicate<Integer> sign;
    String operator;
    switch (random.nextInt(5)) {
      case 0 -> {
        operator = "=lt=";
        sign = c -> c < 0;
      }
      case 1 -> {
        operator = "=le=";
        sign = c -> c <= 0;
      }
      case 2 -> {
        operator = "=gt=";
        sign = c -> c > 0;
      }
      case 3 -> {
        operator = "=ge=";
        sign = c -> c >= 0;
      }
      default -> {
        return equal(random, column, get, value);
      }
    }
    return new RandomCondition(
        column + operator + value,
        deal -> {
          var own = get.apply(deal);
          return own != null && sign.test(own.compareTo(value));
        });
  }

  private static RandomCondition equal(
      Random random, String column, Function<Deal, ?> get, @Nullable Object value) {
    var asked = random.nextInt(5) == 0 ? null : value;
    return random.nextBoolean()
        ? new RandomCondition(column + "==" + asked, d -> Objects.equals(get.apply(d), asked))
        : new RandomCondition(column + "!=" + asked, d -> !Objects.equals(get.apply(d), asked));
  }

  private static RandomCondition like(
      Random random, String column, Function<Deal, @Nullable String> get, String word) {
    int length = random.nextInt(word.codePointCount(0, word.length()) + 1);
    var part = word.substring(0, word.offsetByCodePoints(0, length));
    var pattern =
        Pattern.compile(".*" + Pattern.quote(part) + ".*", Pattern.DOTALL).asMatchPredicate();
    Predicate<Deal> holds = d -> get.apply(d) != null && pattern.test(get.apply(d));
    // Quoted, a backslash stands for the next character, so that an escaped star needs two.
    var fiql = quoted("*" + part.replace("*", "\\*") + "*");
    return random.nextBoolean()
        ? new RandomCondition(column + "==" + fiql, holds)
        : new RandomCondition(column + "!=" + fiql, holds.negate());
  }

  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static RandomCondition in(Random random, RandomDeals deals) {
    var values = List.of(deals.pick(RandomDeals.WORDS), deals.pick(RandomDeals.WORDS), "null");
    var fiql = values.stream().map(RandomCondition::quoted).collect(Collectors.joining(","));
    Predicate<Deal> holds = d -> d.city() == null || values.contains(d.city());
    return random.nextBoolean()
        ? new RandomCondition("city=in=(" + fiql + ")", holds)
        : new RandomCondition("city=out=(" + fiql + ")", holds.negate());
  }

  private static RandomCondition key(Random random, String word) {
    Function<Deal, @Nullable Object> get = d -> d.metadata() == null ? null : d.metadata().get("k");
    return switch (random.nextInt(4)) {
      case 0 -> new RandomCondition("metadata.k==null", d -> get.apply(d) == null);
      case 1 ->
          new RandomCondition("metadata.k=ge=5", d -> get.apply(d) instanceof Integer i && i >= 5);
      case 2 -> new RandomCondition("metadata.k!=true", d -> !Boolean.TRUE.equals(get.apply(d)));
      default ->
          new RandomCondition(
              "metadata.k==" + quoted(word.replace("*", "\\*")), d -> word.equals(get.apply(d)));
    };
  }
}
