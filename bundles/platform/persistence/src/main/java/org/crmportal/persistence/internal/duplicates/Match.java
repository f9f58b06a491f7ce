package org.crmportal.persistence.internal.duplicates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A live record that looks the same, and by what. */
record Match(UUID id, List<String> by, @Nullable UUID owner) {

  /** As the caller sees it who may read the record. */
  Map<String, Object> open(String type, String title) {
    var candidate = closed(type, null);
    candidate.put("id", id);
    candidate.put("title", title);
    return candidate;
  }

  /** As the caller sees it who may not. */
  Map<String, Object> closed(String type, @Nullable String ownerName) {
    var candidate = new LinkedHashMap<String, Object>();
    candidate.put("entity_type", type);
    candidate.put("matched_by", by);
    if (ownerName != null) {
      candidate.put("owner_name", ownerName);
    }
    return candidate;
  }
}
