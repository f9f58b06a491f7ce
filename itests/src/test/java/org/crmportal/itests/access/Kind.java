package org.crmportal.itests.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record, as the server describes it.
 *
 * @param resource its permission resource
 * @param path of its list, with a variable where it is below another one's
 * @param parent the permission resource of the record that it is below, or null
 * @param draft the schema of a new one; empty if nobody makes one
 * @param columns the columns that a list can be filtered by
 * @param soft whether a deleted one can come back
 */
record Kind(
    String resource,
    String path,
    @Nullable String parent,
    JsonNode draft,
    Set<String> columns,
    boolean soft) {

  /** Whose people read the timeline of: RULES, For every record. */
  private static final Set<String> TIMELINES =
      Set.of("leads", "clients", "projects", "tasks", "tickets", "invoices");

  /** The path of the list below a parent. */
  String list(@Nullable Item below) {
    return below == null ? path : path.replaceAll("\\{[^}]*}", below.id());
  }

  boolean timeline() {
    return TIMELINES.contains(resource);
  }

  /** The entity type: the resource in the singular. */
  String entity() {
    return resource.substring(0, resource.length() - 1);
  }

  /** Whether people make such records. */
  boolean writable() {
    return draft.has("properties");
  }

  /** The columns by which one is somebody's without their having made it: RULES, Permissions. */
  Optional<String> ownerColumn() {
    return settable().stream()
        .filter(name -> name.matches("assigned_to|(.*_)?(manager|owner)_id"))
        .findFirst();
  }

  /** A text that may be changed and that people read. */
  String text() {
    return texts().stream().filter(name -> !name.contains("email")).findFirst().orElseThrow();
  }

  /** The fields that may be sent. */
  List<String> settable() {
    var names = new ArrayList<String>();
    draft.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The fields of a new one, with a word in its texts. */
  Map<String, Object> sample(String marker) {
    var fields = new HashMap<String, Object>();
    for (var name : texts()) {
      fields.put(name, name.contains("email") ? marker + "@example.org" : "The " + marker);
    }
    // Whoever is at a client first is the one whom the client itself shows.
    if (settable().contains("primary_contact_name")) {
      fields.put("primary_contact_name", "Whoever answers");
    }
    return fields;
  }

  private List<String> texts() {
    return settable().stream()
        .filter(name -> name.matches("(.*_)?name|email|title|description"))
        .filter(name -> !name.startsWith("primary_"))
        .filter(name -> draft.path("properties").path(name).path("type").asText().equals("string"))
        .toList();
  }
}
