package org.crmportal.auth.internal;

import java.util.UUID;
import org.crmportal.platform.record.RecordType;

/** A record of the tests that follows a deal. */
public record Note(UUID id, UUID dealId, String text) {

  /** What a caller may set. */
  public record Draft(UUID dealId, String text) {}

  static final String TABLE =
      "create table notes (id uuid primary key, deal_id uuid not null, text text not null)";

  static final RecordType<Note, Draft> TYPE =
      RecordType.of("note", Note.class, Draft.class).follows("deal_id", "deal").build();
}
