package org.crmportal.itests.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.crmportal.itests.Api;
import org.jspecify.annotations.Nullable;

/** Records that are there, for paths that lead somewhere. What the test itself needs is not. */
final class Places {

  private static final int ENOUGH = 12;

  private final Contract contract;
  private final Set<String> spared = ConcurrentHashMap.newKeySet();
  private final Map<String, List<String>> known = new ConcurrentHashMap<>();
  private final Map<String, String> cursors = new ConcurrentHashMap<>();

  Places(Contract contract) {
    this.contract = contract;
  }

  /** Keeps a record out of all attacks. */
  void spare(String id) {
    spared.add(id);
  }

  /** Looks up what is there now. */
  void look(Api admin) {
    for (var operation : contract.operations()) {
      if (operation.isList()) {
        look(admin, operation);
      }
    }
  }

  private void look(Api admin, Operation list) {
    var paths = new ArrayList<String>();
    for (var collection : collections(list.path())) {
      var page = admin.get(collection + "?limit=" + ENOUGH).json();
      var first = admin.get(collection + "?limit=1").json();
      cursors.put(list.path(), first.path("next_cursor").asText(""));
      for (JsonNode item : page.path("items")) {
        if (!spared.contains(item.path("id").asText())) {
          paths.add(collection + "/" + item.get("id").asText());
        }
      }
    }
    known.put(list.path(), paths);
  }

  /** The collections behind a template: itself, or one in each record that it is nested in. */
  private List<String> collections(String template) {
    int variable = template.indexOf("/{");
    if (variable < 0) {
      return List.of(template);
    }
    var inside = template.substring(template.indexOf('}') + 1);
    var outer = known.getOrDefault(template.substring(0, variable), List.of());
    return outer.stream().limit(4).map(record -> record + inside).toList();
  }

  /** A path to something that is there, if anything is. */
  String path(Operation operation, Random random) {
    int variable = operation.path().indexOf("/{");
    if (variable < 0) {
      return operation.path();
    }
    var collection = operation.collection();
    var suffix = operation.path().substring(collection.length());
    if (suffix.startsWith("/{id}")) {
      var record = record(collection, random);
      return record + suffix.substring("/{id}".length());
    }
    var outer = record(collection.substring(0, variable), random);
    var inside = operation.path().substring(operation.path().indexOf('}') + 1);
    return outer + inside.replaceAll("\\{\\w+}", uuid(random));
  }

  private String record(String collection, Random random) {
    var records = known.getOrDefault(collection, List.of());
    return records.isEmpty()
        ? collection.replaceAll("\\{\\w+}", uuid(random)) + "/" + uuid(random)
        : Hostile.one(random, records);
  }

  /** The id of a record of a collection. */
  String id(String collection, Random random) {
    var path = record(collection, random);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Where a page of a list goes on; null if it has only one. */
  @Nullable String cursor(String list) {
    var cursor = cursors.getOrDefault(list, "");
    return cursor.isEmpty() || cursor.equals("null") ? null : cursor;
  }

  static String uuid(Random random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
