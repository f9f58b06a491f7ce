package org.crmportal.rest.internal.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.ws.rs.core.Response;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Transactions;
import org.crmportal.rest.internal.http.Call;
import org.crmportal.rest.internal.http.Problems;
import org.jspecify.annotations.Nullable;

/** Does many things in one transaction, each behind a savepoint, and says what became of each. */
final class Outcomes {

  private final Transactions transactions;

  Outcomes(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * The answer to a bulk request.
   *
   * @param atomic whether nothing shall stay if one of them fails
   * @param ids the record of a part, where it is known before
   */
  Response of(
      int count, boolean atomic, IntFunction<@Nullable UUID> ids, IntFunction<Outcome> work) {
    var outcomes = new ArrayList<Outcome>(count);
    for (int i = 0; i < count; i++) {
      outcomes.add(outcome(i, ids, work));
    }
    long failed = outcomes.stream().filter(each -> !each.succeeded()).count();
    var answer = new LinkedHashMap<String, Object>();
    if (atomic && failed > 0) {
      answer.putAll(
          Problems.value(
              CrmException.of(
                  Reason.INVALID,
                  "bulk_failed",
                  "Nothing is kept, because some failed",
                  java.util.Map.of())));
      answer.put("instance", Call.current().path());
      answer.put("request_id", Call.current().requestId());
    }
    answer.put("succeeded", atomic && failed > 0 ? 0 : count - failed);
    answer.put("failed", failed);
    answer.put("items", outcomes);
    return atomic && failed > 0
        ? Response.status(422).type(Problems.TYPE).entity(answer).build()
        : Response.ok(answer).build();
  }

  /** Refuses more than a thousand at once. */
  static void limit(List<?> parts, String field) {
    if (parts.isEmpty() || parts.size() > 1000) {
      throw CrmException.invalid(field, "size", "must have 1 to 1000 elements");
    }
  }

  private Outcome outcome(int index, IntFunction<@Nullable UUID> ids, IntFunction<Outcome> work) {
    try {
      return transactions.savepoint(() -> work.apply(index));
    } catch (RuntimeException e) {
      var failure = Problems.failure(e);
      if (failure == null || failure.reason() == Reason.UNAVAILABLE) {
        throw e;
      }
      return Outcome.failed(index, ids.apply(index), failure);
    }
  }
}
