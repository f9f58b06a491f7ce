package org.crmportal.itests.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Finds where in a body something can be broken, by its schema. */
final class Spots {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Contract contract;

  Spots(Contract contract) {
    this.contract = contract;
  }

  /** A place in the body: an object of a known schema. */
  record Spot(ObjectNode object, JsonNode schema) {}

  /** The objects of the body that the schema knows. */
  private List<Spot> spots(JsonNode node, JsonNode given) {
    var schema = contract.resolved(given);
    var spots = new ArrayList<Spot>();
    if (node instanceof ObjectNode object && schema.has("properties")) {
      spots.add(new Spot(object, schema));
      schema
          .get("properties")
          .properties()
          .forEach(each -> spots.addAll(spots(object.path(each.getKey()), each.getValue())));
    }
    if (node.isArray()) {
      node.forEach(item -> spots.addAll(spots(item, schema.path("items"))));
    }
    return spots;
  }

  /** Whether a body can have properties of some types. */
  boolean fit(Operation operation, String... types) {
    return operation.isJson() && fit(contract.resolved(operation.body()), types);
  }

  private boolean fit(JsonNode schema, String... types) {
    if (schema.has("items")) {
      return fit(contract.resolved(schema.get("items")), types);
    }
    return !names(schema, types).isEmpty()
        || schema.path("properties").properties().stream()
            .map(each -> contract.resolved(each.getValue()))
            .anyMatch(
                inner -> inner.path("type").asText().matches("array|object") && fit(inner, types));
  }

  /** A place that has properties of some types, if there is one; else any. */
  Spot spot(Draft draft, Random random, String... types) {
    var all = spots(draft.tree, draft.operation.body());
    var fitting = all.stream().filter(each -> !names(each.schema(), types).isEmpty()).toList();
    var spots = fitting.isEmpty() ? all : fitting;
    return spots.isEmpty()
        ? new Spot(JSON.objectNode(), JSON.objectNode())
        : Hostile.one(random, spots);
  }

  /** A property of a spot that a schema's type or format fits. */
  String property(Spot spot, Random random, String... types) {
    var names = names(spot.schema(), types);
    return names.isEmpty() ? "" : Hostile.one(random, names);
  }

  /** The names of the properties that have one of some types; of all if there is none given. */
  List<String> names(JsonNode given, String... types) {
    var names = new ArrayList<String>();
    for (var each : given.path("properties").properties()) {
      var schema = contract.resolved(each.getValue());
      var type =
          schema.has("enum") ? "enum" : schema.path("format").asText(schema.path("type").asText());
      if (List.of(types).contains(type) || List.of(types).isEmpty()) {
        names.add(each.getKey());
      }
    }
    return names;
  }

  /** Values of other types than a schema's. */
  static List<JsonNode> wrong(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "string" ->
          List.of(
              JSON.numberNode(7),
              JSON.booleanNode(true),
              JSON.arrayNode().add("a"),
              JSON.objectNode().put("a", 1));
      case "number", "integer" ->
          List.of(
              JSON.textNode("many"),
              JSON.booleanNode(true),
              JSON.arrayNode().add(1),
              JSON.objectNode());
      case "boolean" -> List.of(JSON.textNode("yes"), JSON.numberNode(1), JSON.arrayNode());
      case "array" -> List.of(JSON.textNode("a"), JSON.objectNode(), JSON.numberNode(0));
      case "object" -> List.of(JSON.textNode("a"), JSON.arrayNode(), JSON.numberNode(0));
      default -> List.<JsonNode>of();
    };
  }
}
