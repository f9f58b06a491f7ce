package org.crmportal.live.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Callers;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordTypes;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;

/** What of some changes a caller is told: those of records that they may read now. */
final class Told {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Records records;
  private final RecordTypes types;
  private final Callers callers;

  Told(Records records, RecordTypes types, Callers callers) {
    this.records = records;
    this.types = types;
    this.callers = callers;
  }

  /** The events for a caller, empty if there are none; at most one statement for each type. */
  String of(List<Change> changes, Caller caller) {
    Map<String, List<Change>> byType = new LinkedHashMap<>();
    for (var change : changes) {
      byType.computeIfAbsent(change.type(), name -> new ArrayList<>()).add(change);
    }
    var events = new StringBuilder();
    byType.forEach(
        (name, own) ->
            types.named(name).ifPresent(service -> add(events, service.type(), own, caller)));
    return events.toString();
  }

  private void add(
      StringBuilder events, RecordType<?, ?> type, List<Change> changes, Caller caller) {
    var ids = new HashSet<UUID>();
    Map<UUID, Map<String, String>> gone = new LinkedHashMap<>();
    for (var change : changes) {
      if (change.id() != null && change.belonged().isEmpty()) {
        ids.add(change.id());
      } else if (change.id() != null) {
        gone.put(change.id(), change.belonged());
      }
    }
    var readable = callers.call(caller, () -> records.readable(type, ids, gone));
    for (var change : changes) {
      if (change.id() == null && mayRead(type, caller)) {
        events.append(event("resync", Map.of("type", type.name(), "path", type.path())));
      } else if (change.id() != null && readable.contains(change.id())) {
        events.append(event("changed", members(change, type)));
      }
    }
  }

  private static boolean mayRead(RecordType<?, ?> type, Caller caller) {
    return type.anyParent().isPresent()
        || caller.scope(type.resource(), "read") != Scope.NONE
        || type.everyone().stream().anyMatch(action -> action.startsWith("read"));
  }

  private static Map<String, @Nullable Object> members(Change change, RecordType<?, ?> type) {
    var members = new LinkedHashMap<String, @Nullable Object>();
    members.put("type", change.type());
    members.put("path", type.path());
    members.put("id", change.id());
    members.put("action", change.action());
    members.put("version", change.version());
    members.put("by", change.by());
    return members;
  }

  /** An event as it goes over the wire. */
  static String event(String name, Map<String, ? extends @Nullable Object> data) {
    try {
      return "event: " + name + "\ndata: " + JSON.writeValueAsString(data) + "\n\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
