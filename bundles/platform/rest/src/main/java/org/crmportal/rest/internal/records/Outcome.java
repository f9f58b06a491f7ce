package org.crmportal.rest.internal.records;

import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.rest.internal.http.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What became of one part of a bulk request.
 *
 * @param index its place in the request, from 0
 * @param status the status that it would have had by itself
 * @param id the record, if it is known
 * @param problem why it failed, or null if it did not
 */
public record Outcome(
    int index, int status, @Nullable UUID id, @Nullable Map<String, Object> problem) {

  static Outcome of(int index, int status, UUID id) {
    return new Outcome(index, status, id, null);
  }

  static Outcome failed(int index, @Nullable UUID id, CrmException why) {
    return new Outcome(index, Problems.status(why.reason()), id, Problems.value(why));
  }

  /** Whether it was done. */
  boolean succeeded() {
    return problem == null;
  }
}
