package org.crmportal.live.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Callers;
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
    Map<String, Set<UUID>> ids = new LinkedHashMap<>();
    for (var change : changes) {
      var own = ids.computeIfAbsent(change.type(), name -> new HashSet<>());
      if (change.id() != null) {
        own.add(change.id());
      }
    }
    var events = new StringBuilder();
    ids.forEach(
        (name, own) ->
            types
                .named(name)
                .ifPresent(service -> add(events, service.type(), own, changes, caller)));
    return events.toString();
  }

  private void add(
      StringBuilder events,
      RecordType<?, ?> type,
      Set<UUID> ids,
      List<Change> changes,
      Caller caller) {
    var readable = callers.call(caller, () -> records.readable(type, ids));
    for (var change : changes) {
      if (change.type().equals(type.name())) {
        if (change.id() == null) {
          events.append(event("resync", Map.of("type", type.name(), "path", type.path())));
        } else if (readable.contains(change.id())) {
          events.append(event("changed", members(change, type)));
        }
      }
    }
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
