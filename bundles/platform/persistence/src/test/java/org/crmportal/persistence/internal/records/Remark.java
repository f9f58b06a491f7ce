package org.crmportal.persistence.internal.records;

import java.util.UUID;
import org.crmportal.platform.record.RecordType;

/** A record that hangs on records of any type. */
public record Remark(UUID id, String entityType, UUID entityId, String text) {

  static final RecordType<Remark, Draft> TYPE =
      RecordType.of("remark", Remark.class, Draft.class)
          .followsAny("entity_type", "entity_id")
          .texts("text")
          .build();

  /** What a caller may set. */
  public record Draft(String text) {}
}
