package org.crmportal.rest.internal.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Violation;
import org.crmportal.platform.record.Column;
import org.crmportal.platform.record.RecordType;
import org.crmportal.rest.internal.json.Decoder;
import org.crmportal.rest.internal.json.Json;
import org.crmportal.rest.internal.json.Shape.Member;
import org.jspecify.annotations.Nullable;

/**
 * Makes drafts of a record type from JSON: whole ones, and merge patches of a record (RFC 7396).
 */
public final class Drafts<T extends Record, N extends Record> {

  private final RecordType<T, N> type;
  private final Json json;

  public Drafts(RecordType<T, N> type, Json json) {
    this.type = type;
    this.json = json;
  }

  /**
   * The draft that a body describes.
   *
   * @throws CrmException {@code INVALID} with every violation
   */
  public N create(JsonNode body) {
    return draft(null, body);
  }

  /**
   * The draft that a record becomes by a merge patch. What the server owns may be sent back
   * unchanged.
   *
   * @throws CrmException {@code INVALID} with every violation
   */
  public N patch(T current, JsonNode patch) {
    return draft(current, patch);
  }

  private N draft(@Nullable T current, JsonNode body) {
    if (!body.isObject()) {
      throw CrmException.invalid("", "wrong_type", "must be an object");
    }
    var violations = new ArrayList<Violation>();
    body.properties()
        .forEach(field -> checkOwner(field.getKey(), field.getValue(), current, violations));
    var members = json.shapes().of(type.draftType()).byName();
    var values = new @Nullable Object[members.size()];
    for (var member : members.values()) {
      values[member.index()] = value(member, body.get(member.name()), current, violations);
    }
    var draft = json.decoder().construct(type.draftType(), values, "", violations);
    Decoder.done(violations);
    return type.draftType().cast(Objects.requireNonNull(draft));
  }

  private @Nullable Object value(
      Member member, @Nullable JsonNode sent, @Nullable T current, List<Violation> violations) {
    var known = current == null ? null : type.value(current, member.name());
    if (sent == null) {
      return known == null ? Decoder.absent(member.raw(), member.name(), violations) : known;
    }
    if (sent.isObject() && known != null) {
      var merged = merge(json.tree(known), sent);
      return json.decoder().value(merged, member.type(), member.name(), violations);
    }
    var whole = sent.isObject() ? merge(JsonNodeFactory.instance.objectNode(), sent) : sent;
    return json.decoder().value(whole, member.type(), member.name(), violations);
  }

  private void checkOwner(
      String name, JsonNode sent, @Nullable T current, List<Violation> violations) {
    var column = type.columns().get(name);
    if (column == null) {
      violations.add(new Violation(name, "unknown", "is not a field of " + type.name()));
    } else if (!column.settable() && !unchanged(column, sent, current)) {
      violations.add(new Violation(name, "read_only", "is not for the caller to set"));
    }
  }

  private boolean unchanged(Column column, JsonNode sent, @Nullable T current) {
    var known = current == null ? null : type.value(current, column.name());
    if (sent.isNull() || known == null) {
      return known == null && sent.isNull();
    }
    var violations = new ArrayList<Violation>();
    var value = json.decoder().value(sent, column.generic(), column.name(), violations);
    return violations.isEmpty() && same(known, value);
  }

  private boolean same(Object known, @Nullable Object sent) {
    if (known instanceof BigDecimal a && sent instanceof BigDecimal b) {
      return a.compareTo(b) == 0;
    }
    if (known.equals(sent) || sent == null) {
      return sent != null;
    }
    // Whole numbers inside are of different types, depending on where a value comes from.
    return json.tree(known).equals(json.tree(sent));
  }

  private static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    var merged = JsonNodeFactory.instance.objectNode();
    if (target.isObject()) {
      target.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
    }
    patch
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                merged.remove(field.getKey());
              } else {
                var before = merged.path(field.getKey());
                merged.set(field.getKey(), merge(before, field.getValue()));
              }
            });
    return merged;
  }
}
