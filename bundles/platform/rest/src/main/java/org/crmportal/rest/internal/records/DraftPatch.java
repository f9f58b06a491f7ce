package org.crmportal.rest.internal.records;

import com.fasterxml.jackson.databind.JsonNode;
import org.crmportal.platform.record.RecordType;
import org.crmportal.rest.MergePatch;
import org.crmportal.rest.internal.json.Json;

/** A patch that is applied as the one of a record. */
public record DraftPatch(Json json, JsonNode patch) implements MergePatch {

  @Override
  public <T extends Record, N extends Record> N onto(RecordType<T, N> type, T current) {
    return new Drafts<>(type, json).patch(current, patch);
  }
}
