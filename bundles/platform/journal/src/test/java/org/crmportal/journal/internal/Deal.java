package org.crmportal.journal.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.record.NoDraft;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** A record with everything that the journal treats in its own way. */
public record Deal(
    UUID id,
    long version,
    String name,
    State state,
    @Nullable BigDecimal amount,
    @Nullable Integer score,
    @Nullable String portalPassword,
    Map<String, Object> metadata,
    Instant createdAt) {

  static final RecordType<Deal, NoDraft> TYPE =
      RecordType.of("big_deal", Deal.class, NoDraft.class)
          .status("state")
          .titles("name")
          .derived("score")
          .timeline()
          .build();

  /** How far it is. */
  public enum State {
    NEW,
    IN_PROGRESS,
    WON
  }

  static Deal named(String name) {
    var created = Instant.parse("2026-01-02T03:04:05.678901Z");
    return new Deal(UUID.randomUUID(), 1, name, State.NEW, null, null, null, Map.of(), created);
  }

  Deal in(State next) {
    return new Deal(id, version + 1, name, next, amount, score, null, metadata, createdAt);
  }

  Deal worth(String money) {
    var worth = new BigDecimal(money);
    return new Deal(id, version + 1, name, state, worth, score, null, metadata, createdAt);
  }

  Deal scored(int points) {
    return new Deal(id, version, name, state, amount, points, null, metadata, createdAt);
  }

  Deal withPassword(String secret) {
    return new Deal(id, version + 1, name, state, amount, score, secret, metadata, createdAt);
  }
}
