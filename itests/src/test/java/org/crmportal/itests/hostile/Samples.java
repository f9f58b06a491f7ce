package org.crmportal.itests.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Bodies as they should be: what is made hostile afterwards was right in all other respects. */
final class Samples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What belongs together or is decided elsewhere, and so is not sent by chance. */
  private static final Set<String> LEFT_OUT =
      Set.of("status", "stage", "client_id", "project", "lost_reason", "key", "refresh_token");

  private final Contract contract;
  private final Places places;

  Samples(Contract contract, Places places) {
    this.contract = contract;
    this.places = places;
  }

  /** A body for an operation. */
  JsonNode body(Operation operation, Random random) {
    if (operation.path().contains("/bulk/")) {
      var ids = JSON.arrayNode().add(places.id(operation.collection(), random));
      return JSON.objectNode().set("ids", ids);
    }
    if (operation.path().equals("/settings")) {
      return JSON.objectNode().put("name", word(random));
    }
    return value("", operation.body(), operation, random);
  }

  private JsonNode value(String name, JsonNode given, Operation operation, Random random) {
    var schema = contract.resolved(given);
    var choices = schema.path("enum");
    if (!choices.isMissingNode()) {
      return choices.get(0);
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema, operation, random);
      case "array" -> JSON.arrayNode().add(value(name, schema.path("items"), operation, random));
      case "integer" -> JSON.numberNode(random.nextInt(100));
      case "number" -> JSON.numberNode(random.nextInt(10_000));
      case "boolean" -> JSON.booleanNode(!name.equals("cookie"));
      default -> JSON.textNode(text(name, schema, operation, random));
    };
  }

  private ObjectNode object(JsonNode schema, Operation operation, Random random) {
    var object = JSON.objectNode();
    var required = required(schema);
    for (var property : schema.path("properties").properties()) {
      var name = property.getKey();
      boolean optional = !LEFT_OUT.contains(name) && random.nextInt(3) == 0;
      if (required.contains(name) || optional) {
        object.set(name, value(name, property.getValue(), operation, random));
      }
    }
    if (operation.method().equals("PATCH") && object.isEmpty()) {
      schema
          .path("properties")
          .fieldNames()
          .forEachRemaining(name -> first(object, schema, name, operation, random));
    }
    return object;
  }

  private void first(
      ObjectNode object, JsonNode schema, String name, Operation operation, Random random) {
    if (object.isEmpty() && !LEFT_OUT.contains(name)) {
      object.set(name, value(name, schema.at("/properties/" + name), operation, random));
    }
  }

  private String text(String name, JsonNode schema, Operation operation, Random random) {
    return switch (schema.path("format").asText()) {
      case "uuid" -> id(name, operation, random);
      case "date" -> "2026-11-2" + random.nextInt(10);
      case "date-time" -> "2027-01-0" + (1 + random.nextInt(9)) + "T10:43:00Z";
      default -> plain(name, random);
    };
  }

  private String plain(String name, Random random) {
    if (name.endsWith("email")) {
      return word(random) + "@example.org";
    }
    return switch (name) {
      case "phone", "primary_contact_phone" -> "+43 1 " + (1_000_000 + random.nextInt(9_000_000));
      case "entity_type" -> "lead";
      case "action" -> "note";
      case "scopes", "" -> "leads:read";
      case "website" -> "https://example.org/" + word(random);
      default -> word(random);
    };
  }

  private String id(String name, Operation operation, Random random) {
    var collection =
        switch (name) {
          case "role_id" -> "/roles";
          case "client_id" -> "/clients";
          case "entity_id" -> "/leads";
          case "into" -> operation.collection();
          default -> "/users";
        };
    return places.id(collection, random);
  }

  /** A word that nothing else contains. */
  static String word(Random random) {
    return "w" + Long.toString(random.nextLong() >>> 1, 36);
  }

  static Set<String> required(JsonNode schema) {
    var names = new HashSet<String>();
    schema.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }
}
