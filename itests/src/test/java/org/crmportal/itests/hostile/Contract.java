package org.crmportal.itests.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the server's OpenAPI document says that may be called. */
final class Contract {

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();

  Contract(JsonNode document) {
    this.document = document;
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(verb -> add(path.getKey(), verb.getKey(), verb.getValue())));
  }

  List<Operation> operations() {
    return operations;
  }

  boolean has(String method, String path) {
    return operations.stream().anyMatch(o -> o.method().equals(method) && o.path().equals(path));
  }

  /** A schema itself, where only a reference to it is given. */
  JsonNode resolved(JsonNode schema) {
    if (schema.has("allOf")) {
      return resolved(schema.get("allOf").get(0));
    }
    return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
  }

  private void add(String path, String verb, JsonNode described) {
    var parameters = new TreeMap<String, JsonNode>();
    for (var each : described.path("parameters")) {
      var place = each.get("in").asText() + " " + each.get("name").asText();
      parameters.put(place, each.get("schema"));
    }
    var content = described.at("/requestBody/content").properties().iterator();
    var body = content.hasNext() ? content.next() : null;
    var listed = described.at("/responses/200/content/application~1json/schema/properties/items");
    operations.add(
        new Operation(
            verb.toUpperCase(Locale.ROOT),
            path,
            parameters,
            body == null ? "" : body.getKey(),
            body == null ? null : schema(path, body.getValue().get("schema")),
            listed.has("items") ? resolved(listed.get("items")) : null,
            described.has("security") && described.get("security").isEmpty()));
  }

  private JsonNode schema(String path, JsonNode schema) {
    var whole = resolved(schema);
    var item = path.endsWith("/bulk") ? draft(path.substring(0, path.length() - 5)) : null;
    return item == null ? whole : bulk(whole, item);
  }

  /** The items of a bulk are drafts, of which the document only says that they are objects. */
  private static JsonNode bulk(JsonNode whole, JsonNode item) {
    ObjectNode copy = whole.deepCopy();
    var items = JsonNodeFactory.instance.objectNode().put("type", "array");
    items.set("items", item);
    ((ObjectNode) copy.get("properties")).set("items", items);
    return copy;
  }

  private @Nullable JsonNode draft(String collection) {
    var schema =
        document
            .get("paths")
            .path(collection)
            .at("/post/requestBody/content/application~1json/schema");
    return schema.isMissingNode() ? null : resolved(schema);
  }
}
