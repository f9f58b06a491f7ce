package org.crmportal.itests.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crmportal.itests.Api;
import org.jspecify.annotations.Nullable;

/**
 * What the running server says that there is: its permissions, its routes, its kinds of records.
 *
 * @param permissions the actions with their scopes, by resource
 */
record Declared(Map<String, Set<String>> permissions, List<Route> routes, List<Kind> kinds) {

  /** What a list understands beside the columns of its records. */
  private static final Set<String> LIST_PARAMETERS =
      Set.of(
          "limit",
          "count",
          "cursor",
          "sort",
          "q",
          "filter",
          "fields",
          "deleted",
          "skip",
          "group_by",
          "sum");

  static Declared by(Api admin) {
    var permissions = new TreeMap<String, Set<String>>();
    for (var each : admin.get("/permissions").json().get("items")) {
      permissions
          .computeIfAbsent(each.get("resource").asText(), resource -> new TreeSet<>())
          .add(each.get("action").asText());
    }
    var document = admin.get("/openapi.json").json();
    var routes = routes(document, permissions.keySet());
    var kinds = new ArrayList<Kind>();
    for (var route : routes) {
      var path = route.path();
      boolean list = route.verb().equals("GET") && route.tail().isEmpty() && !route.csv();
      if (list
          && permissions.getOrDefault(route.resource(), Set.of()).contains("read")
          && document.get("paths").path(path + "/{id}").has("get")) {
        kinds.add(kind(document, route));
      }
    }
    return new Declared(permissions, routes, List.copyOf(kinds));
  }

  private static List<Route> routes(JsonNode document, Set<String> resources) {
    var routes = new ArrayList<Route>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        verb -> {
                          var operation = verb.getValue();
                          var open = operation.path("security");
                          if (!open.isArray() || !open.isEmpty()) {
                            add(routes, verb.getKey(), path.getKey(), operation, resources);
                          }
                        }));
    return List.copyOf(routes);
  }

  private static void add(
      List<Route> routes, String verb, String path, JsonNode operation, Set<String> resources) {
    var upper = verb.toUpperCase(java.util.Locale.ROOT);
    var content = operation.path("requestBody").path("content").fieldNames();
    var type = content.hasNext() ? content.next() : "application/json";
    routes.add(Route.of(upper, path, type, resources));
    var answers = operation.path("responses").path("200").path("content");
    if (answers.has("text/csv") && answers.has("application/json")) {
      routes.add(Route.of(upper, path, "text/csv", resources));
    }
  }

  private static Kind kind(JsonNode document, Route list) {
    var operations = document.get("paths").get(list.path());
    var columns = new LinkedHashSet<String>();
    boolean soft = false;
    for (var parameter : operations.get("get").path("parameters")) {
      var name = parameter.get("name").asText();
      soft |= name.equals("deleted");
      if (parameter.get("in").asText().equals("query") && !LIST_PARAMETERS.contains(name)) {
        columns.add(name);
      }
    }
    var body = operations.path("post").path("requestBody").path("content");
    var schema = resolved(document, body.path("application/json").path("schema"));
    var parent = list.path().contains("{") ? list.path().substring(1).split("/", 2)[0] : null;
    return new Kind(list.resource(), list.path(), parent, schema, columns, soft);
  }

  private static JsonNode resolved(JsonNode document, JsonNode schema) {
    var reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }

  /** Whether there is a route that names the resource. */
  boolean served(String resource) {
    return routes.stream().anyMatch(route -> route.resource().equals(resource));
  }

  @Nullable Kind kind(@Nullable String resource) {
    return kinds.stream().filter(kind -> kind.resource().equals(resource)).findFirst().orElse(null);
  }

  /** The commands on one record of a kind. */
  List<Route> commands(Kind kind) {
    return routes.stream()
        .filter(route -> route.command() && route.resource().equals(kind.resource()))
        .toList();
  }

  /** Whether a kind has a route: the verb and what its path has after the list's. */
  boolean has(Kind kind, String verb, String tail) {
    return routes.stream()
        .filter(route -> route.resource().equals(kind.resource()) && route.verb().equals(verb))
        .anyMatch(route -> route.tail().equals(tail));
  }

  /** The actions of a resource without their scopes. */
  static String plain(String action) {
    return action.replaceFirst("^(read|update|delete)_(own|team)$", "$1");
  }
}
