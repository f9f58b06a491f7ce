package org.crmportal.persistence.internal.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Deals with many nulls, ties and odd characters, the same ones for the same seed. */
final class RandomDeals {

  static final List<String> WORDS =
      List.of(
          "Müller",
          "muller",
          "café",
          "CAFÉ",
          "50%_off",
          "5%",
          "back\\slash",
          "a*b",
          "naïve",
          "日本語",
          "😀 smile",
          "quote\"s",
          "it's",
          "a;b,c",
          "(paren)",
          "Zoë",
          "zoo",
          "Ärger",
          "null?",
          "x");

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Random random;
  final List<UUID> users;
  final List<Firm> firms = new ArrayList<>();
  final List<Deal> deals = new ArrayList<>();

  RandomDeals(long seed, int count) {
    random = new Random(seed);
    users = IntStream.range(0, 6).mapToObj(i -> id()).toList();
    for (int i = 0; i < 20; i++) {
      firms.add(new Firm(id(), "Firm " + i, maybe(() -> pick(users)), START, null));
    }
    for (int i = 0; i < count; i++) {
      deals.add(deal());
    }
  }

  private Deal deal() {
    var score = maybe(() -> random.nextInt(-3, 10));
    return new Deal(
        id(),
        maybe(() -> pick(firms).id()),
        pick(WORDS) + " " + pick(WORDS),
        maybe(() -> pick(WORDS)),
        maybe(() -> pick(WORDS).repeat(random.nextInt(1, 60))),
        maybe(() -> "+49 (0)30 " + random.nextInt(1_000, 9_999) + "-" + random.nextInt(10, 99)),
        maybe(() -> pick(List.of(Stage.values()))),
        score,
        random.nextInt(3),
        maybe(() -> BigDecimal.valueOf(random.nextInt(0, 2_000), 2)),
        random.nextBoolean(),
        maybe(random::nextBoolean),
        maybe(() -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(5))),
        maybe(() -> START.plusNanos(random.nextInt(5) * 1_000L)),
        maybe(() -> pick(users)),
        maybe(() -> pick(users)),
        maybe(this::metadata),
        maybe(() -> List.of(pick(WORDS), pick(WORDS))),
        maybe(() -> List.of(pick(users))),
        maybe(() -> List.of(random.nextInt(3), random.nextInt(3))),
        maybe(() -> "10.0.0." + random.nextInt(5)),
        score == null ? null : score * 2,
        0,
        random.nextInt(20) == 0 ? null : START.plusSeconds(random.nextInt(500)),
        random.nextInt(10) == 0 ? START : null);
  }

  private Map<String, Object> metadata() {
    return switch (random.nextInt(4)) {
      case 0 -> Map.of();
      case 1 -> Map.of("k", pick(WORDS), "deep", Map.of("k", 1));
      case 2 -> Map.of("k", random.nextBoolean());
      default -> Map.of("k", random.nextInt(10), "it's", "x");
    };
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextInt(4) == 0 ? null : value.get();
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** Puts everything into the database. */
  void store(Shop shop) {
    shop.transactions.required(
        () -> {
          firms.forEach(
              firm ->
                  shop.run(
                      "INSERT INTO firms (id, name, manager_id) VALUES (?, ?, ?)",
                      firm.id(),
                      firm.name(),
                      firm.managerId()));
          deals.forEach(deal -> store(shop, deal));
          return 0;
        });
    shop.run("ANALYZE");
  }

  private static void store(Shop shop, Deal deal) {
    var values = Deal.TYPE.values(deal);
    values.remove("doubled");
    var names = List.copyOf(values.keySet());
    shop.run(
        "INSERT INTO deals (%s) VALUES (%s)"
            .formatted(
                String.join(", ", names), String.join(", ", names.stream().map(n -> "?").toList())),
        values.entrySet().stream().map(e -> stored(e.getKey(), e.getValue())).toArray());
  }

  private static @Nullable Object stored(String name, @Nullable Object value) {
    if (value instanceof Instant time) {
      return name.equals("seen_at")
          ? time.atOffset(ZoneOffset.UTC)
          : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    } else if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    } else if (value instanceof Map<?, ?> || (name.equals("ratings") && value != null)) {
      return Conditions.json(value);
    } else if (value instanceof List<?> list) {
      return Sql.array(list);
    }
    return value;
  }
}
