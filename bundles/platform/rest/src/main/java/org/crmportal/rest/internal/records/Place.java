package org.crmportal.rest.internal.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.rest.internal.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * Where a type's records are: {@code leads}, or below a parent's: {@code clients/{client_id}/…}.
 */
final class Place {

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

  private final RecordType<?, ?> type;
  private final Function<String, @Nullable RecordService<?, ?>> services;
  private final List<String> columns = new ArrayList<>();

  Place(RecordType<?, ?> type, Function<String, @Nullable RecordService<?, ?>> services) {
    this.type = type;
    this.services = services;
    var variables = VARIABLE.matcher(type.path());
    while (variables.find()) {
      columns.add(variables.group(1));
      type.column(variables.group(1));
    }
  }

  /** The id in the path; what is no UUID is not there. */
  UUID id(String text) {
    try {
      var id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw CrmException.notFound(type.name(), text);
    }
    throw CrmException.notFound(type.name(), text);
  }

  /** Refuses a caller who may not see the parent in the path: what is below it is not there. */
  void enter() {
    columns.forEach(this::parent);
  }

  /** Restricts a query to the parent in the path. */
  ListQuery within(ListQuery query) {
    var narrowed = query;
    for (var column : columns) {
      narrowed = narrowed.where(column, parent(column).toString());
    }
    return narrowed;
  }

  /** Refuses a record that is not below the parent in the path. */
  <T extends Record> T within(T record) {
    for (var column : columns) {
      if (!id(Call.current().variable(column)).equals(type.value(record, column))) {
        throw CrmException.notFound(type.name(), String.valueOf(type.value(record, "id")));
      }
    }
    return record;
  }

  /** Gives a body the parent in the path; it may name no other. */
  JsonNode within(JsonNode body) {
    if (columns.isEmpty() || !(body instanceof ObjectNode object)) {
      return body;
    }
    for (var column : columns) {
      var id = parent(column).toString();
      var named = object.get(column);
      if (named != null && !named.asText().equalsIgnoreCase(id)) {
        throw CrmException.invalid(column, "read_only", "is not the one in the path");
      }
      object.put(column, id);
    }
    return object;
  }

  /** Whether records are below another one's path. */
  boolean nested() {
    return !columns.isEmpty();
  }

  /** The path of one record below the address of the server. */
  String location(UUID id) {
    var path = type.path();
    for (var column : columns) {
      path = path.replace("{" + column + "}", Call.current().variable(column));
    }
    return "/api/v1/" + path + "/" + id;
  }

  /** The parent's id, once it is clear that the caller may see the parent. */
  UUID parent(String column) {
    var id = id(Call.current().variable(column));
    var parent = type.parent();
    if (parent.isPresent() && parent.get().column().equals(column)) {
      var service = services.apply(parent.get().type());
      if (service != null) {
        service.get(id);
      }
    }
    return id;
  }

  /** The columns that stand in the path, and what stands there. */
  Map<String, String> values() {
    var values = new LinkedHashMap<String, String>();
    columns.forEach(column -> values.put(column, parent(column).toString()));
    return values;
  }
}
