package org.crmportal.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came back: status, headers, body. */
public record Answer(int status, Map<String, List<String>> headers, String body) {

  /** The body as JSON. */
  public JsonNode json() {
    return Api.parse(body);
  }

  /** A text of the body's JSON; fails if it is not there. */
  public String text(String field) {
    var value = json().get(field);
    if (value == null) {
      throw new AssertionError("no " + field + " in " + this);
    }
    return value.asText();
  }

  /** The first value of a header; empty if it is not there. */
  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of("")).get(0);
  }
}
