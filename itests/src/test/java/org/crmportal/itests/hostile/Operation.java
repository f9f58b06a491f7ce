package org.crmportal.itests.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the contract.
 *
 * @param parameters the schemas of its parameters, by place and name: {@code query limit}
 * @param type the media type of its body; empty without one
 * @param body the schema of its body, or null without one
 * @param item the schema of the records that it lists, or null if it is no list
 * @param open whether nobody has to be signed in
 */
record Operation(
    String method,
    String path,
    Map<String, JsonNode> parameters,
    String type,
    @Nullable JsonNode body,
    @Nullable JsonNode item,
    boolean open) {

  boolean takes(String place, String name) {
    return parameters.containsKey(place + " " + name);
  }

  boolean isJson() {
    return body != null && type.endsWith("json");
  }

  boolean isForm() {
    return type.startsWith("multipart/");
  }

  boolean isList() {
    return item != null && takes("query", "filter");
  }

  /** The path of the collection that it works on, as a template. */
  String collection() {
    int end = path.indexOf("/{id}");
    var start = end < 0 ? path : path.substring(0, end);
    int bulk = start.indexOf("/bulk");
    return bulk < 0 ? start.replaceAll("/import$", "") : start.substring(0, bulk);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
