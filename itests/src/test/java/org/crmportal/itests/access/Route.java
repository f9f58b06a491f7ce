package org.crmportal.itests.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmportal.itests.CsvUpload;

/**
 * A route that the server serves.
 *
 * @param resource the permission resource that its path names; empty if it names none
 * @param tail what its path has after the resource: {@code {id}/convert}
 */
record Route(String verb, String path, String resource, String tail, String contentType) {

  private static final String NO_RULE = "";

  /** A route that demands that somebody is signed in, and no permission. */
  private static final Set<String> SIGNED_IN = Set.of();

  /** What has no record of its own, or another rule than its verb says; RULES and API. */
  private static final Map<String, Set<String>> RULES =
      Map.ofEntries(
          Map.entry("GET users directory", SIGNED_IN),
          Map.entry("GET permissions", Set.of("roles:read")),
          Map.entry("GET status", Set.of("modules:read")),
          Map.entry("GET configuration", Set.of("modules:read")),
          Map.entry("GET configuration {pid}/{key}", Set.of("modules:read")),
          Map.entry("PUT configuration {pid}/{key}", Set.of("modules:update")),
          Map.entry("POST modules", Set.of("modules:update")),
          Map.entry("DELETE modules {name}", Set.of("modules:update")),
          Map.entry("GET access", SIGNED_IN),
          Map.entry("POST leads {id}/merge", Set.of("leads:merge", "leads:update")),
          Map.entry("POST users {id}/reset-password", Set.of("users:update")),
          Map.entry("GET users {id}/sessions", Set.of("users:update")),
          Map.entry("DELETE users {id}/sessions", Set.of("users:update")),
          Map.entry("POST jobs {id}/cancel", Set.of("jobs:update")));

  /** Places where everyone who is signed in does what is theirs, or what follows its record. */
  private static final Set<String> EVERYONES =
      Set.of(
          "auth",
          "activities",
          "openapi.json",
          "docs",
          "events",
          "portal",
          "views",
          "notifications");

  static Route of(String verb, String path, String contentType, Set<String> resources) {
    var segments = Arrays.asList(path.substring(1).split("/", -1));
    int at = 0;
    for (int i = 0; i < segments.size(); i++) {
      boolean after = i > 0 && segments.get(i - 1).equals("{id}");
      at = !after && resources.contains(segments.get(i).replace('-', '_')) ? i : at;
    }
    var tail = String.join("/", segments.subList(at + 1, segments.size()));
    return new Route(verb, path, segments.get(at).replace('-', '_'), tail, contentType);
  }

  boolean csv() {
    return contentType.equals("text/csv");
  }

  /**
   * The permissions, without a scope, of which a caller needs one at least; none where it is enough
   * to be signed in. There is no answer for a route of which the rules do not speak.
   */
  Optional<Set<String>> needs(Map<String, Set<String>> declared) {
    if (csv() || tail.equals("import")) {
      return Optional.of(Set.of(resource + (csv() ? ":export" : ":import")));
    }
    var single = tail.startsWith("bulk/") ? "{id}/" + word() : tail;
    var rule = RULES.get((verb + " " + resource + " " + single).strip());
    if (rule != null) {
      return Optional.of(rule);
    }
    if (EVERYONES.contains(resource)) {
      return Optional.of(SIGNED_IN);
    }
    if (!declared.containsKey(resource)) {
      return Optional.empty();
    }
    var action = action(declared.get(resource));
    return action.equals(NO_RULE) ? Optional.empty() : Optional.of(Set.of(resource + ":" + action));
  }

  private String action(Set<String> actions) {
    var parts = List.of(tail.split("/", -1));
    var command = parts.get(parts.size() - 1);
    if (tail.isEmpty() || tail.equals("{id}")) {
      return switch (verb) {
        case "GET" -> "read";
        case "POST" -> "create";
        case "DELETE" -> "delete";
        default -> "update";
      };
    }
    if (tail.equals("bulk")) {
      return "create";
    }
    if (actions.contains(command)) {
      return command;
    }
    return switch (verb) {
      case "GET" -> "read";
      case "PUT" -> "update";
      default -> forMany(command);
    };
  }

  private String forMany(String command) {
    boolean plain =
        tail.startsWith("bulk/") && (command.equals("update") || command.equals("delete"));
    return plain ? command : command.equals("restore") ? "delete" : NO_RULE;
  }

  /** Whether it does something with one record beyond reading, changing and deleting it. */
  boolean command() {
    return tail.startsWith("{id}/") && !tail.equals("{id}/restore");
  }

  /** A call of it about a record, with hardly a body. */
  Attempt call(String id, int status) {
    var at = path.replaceAll("\\{[^}]*}", id);
    if (contentType.startsWith("multipart")) {
      var form = new CsvUpload("A\r\n", "{}").body();
      return Attempt.of(verb, at, form, status).accepting(CsvUpload.CONTENT_TYPE);
    }
    var attempt = Attempt.of(verb, at, verb.equals("PUT") ? List.of() : Map.of(), status);
    return csv() ? attempt.accepting(contentType) : attempt;
  }

  /** The last word of the path. */
  String word() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return verb + " " + path + (csv() ? " as CSV" : "");
  }
}
