package org.crmportal.rest.internal.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import javax.ws.rs.core.Response;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.RecordService;
import org.jspecify.annotations.Nullable;

/** Creates many records with one request, or changes those that are there already. */
final class Bulk<T extends Record, N extends Record> {

  private final RecordService<T, N> service;
  private final Drafts<T, N> drafts;
  private final Place place;
  private final Outcomes outcomes;

  Bulk(RecordService<T, N> service, Drafts<T, N> drafts, Place place, Transactions transactions) {
    this.service = service;
    this.drafts = drafts;
    this.place = place;
    this.outcomes = new Outcomes(transactions);
  }

  /** What happens to items that are there already. */
  public enum Mode {
    CREATE,
    UPSERT
  }

  /**
   * The body.
   *
   * @param key the field by which an upsert finds a record
   * @param atomic whether nothing is kept if one item fails
   */
  public record Request(
      List<JsonNode> items, @Nullable Mode mode, @Nullable String key, boolean atomic) {

    public Request {
      var checks = new Checks();
      items = checks.present("items", items, List.of());
      checks.require(
          mode != Mode.UPSERT || key != null, "key", "required", "must be given for an upsert");
      checks.done();
      Outcomes.limit(items, "items");
    }
  }

  Response run(Request request, Creation how) {
    if (request.key() != null && !service.type().columns().containsKey(request.key())) {
      throw CrmException.invalid("key", "unknown", "is not a field of " + service.type().name());
    }
    var items = request.items();
    return outcomes.of(
        items.size(), request.atomic(), i -> null, i -> one(i, items.get(i), request, how));
  }

  private Outcome one(int index, JsonNode item, Request request, Creation how) {
    var existing = request.mode() == Mode.UPSERT ? existing(item, request.key()) : null;
    if (existing == null) {
      var record = service.create(drafts.create(place.within(item)), how);
      return Outcome.of(index, 201, service.type().id(record));
    }
    var id = service.type().id(existing);
    service.update(
        id, null, current -> drafts.patch(place.within(current), item), how.allowDuplicate());
    return Outcome.of(index, 200, id);
  }

  private @Nullable T existing(JsonNode item, @Nullable String key) {
    var value = key == null ? null : item.get(key);
    if (key == null || value == null || !value.isValueNode() || value.isNull()) {
      throw CrmException.invalid(String.valueOf(key), "required", "must be given for an upsert");
    }
    var query = ListQuery.ALL.where(key, value.asText()).sortedBy("id").limit(2);
    var found = service.find(place.within(query)).items();
    if (found.size() > 1) {
      throw CrmException.conflict("ambiguous", "More than one has this " + key);
    }
    return found.isEmpty() ? null : found.get(0);
  }
}
