package org.crmportal.console.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What a value of the API looks like to people. */
final class Answer {

  private static final Pattern TIME =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)?Z");

  private final int width;

  Answer(int width) {
    this.width = width;
  }

  /**
   * Lines for a value: a page or a list is a table, anything else one line for each field.
   *
   * @param columns the columns of a table in their order, none means all; one that holds nothing is
   *     left out
   */
  String text(JsonNode value, List<String> columns) {
    if (value.path("items").isArray()) {
      return rows(value.get("items"), columns) + rest(value);
    }
    if (value.isArray()) {
      return rows(value, columns);
    }
    return value.isObject() ? fields(value) : cell(value) + "\n";
  }

  private String rows(JsonNode items, List<String> columns) {
    if (items.isEmpty()) {
      return "nothing\n";
    }
    if (!items.get(0).isObject()) {
      var lines = new StringBuilder();
      items.forEach(item -> lines.append(cell(item)).append('\n'));
      return lines.toString();
    }
    var filled = filled(items);
    var headings = columns.isEmpty() ? filled : columns.stream().filter(filled::contains).toList();
    var rows = new ArrayList<List<String>>();
    for (var item : items) {
      rows.add(headings.stream().map(name -> cell(item.path(name))).toList());
    }
    return new Table(headings, rows).text(width);
  }

  private static String rest(JsonNode page) {
    var text = new StringBuilder();
    if (page.path("total").isNumber()) {
      text.append("of ").append(page.get("total").asText()).append(" in all\n");
    }
    if (page.path("next_cursor").isTextual()) {
      text.append("there are more: cursor=").append(page.get("next_cursor").asText()).append('\n');
    }
    return text.toString();
  }

  private String fields(JsonNode object) {
    int widest = 0;
    for (var field : object.properties()) {
      widest = Math.max(widest, field.getKey().length());
    }
    var lines = new StringBuilder();
    for (var field : object.properties()) {
      var value = field.getValue();
      if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
        lines.append('\n').append(field.getKey()).append('\n').append(rows(value, List.of()));
      } else if (!cell(value).isEmpty()) {
        var space = " ".repeat(widest - field.getKey().length() + 2);
        lines.append(field.getKey()).append(space).append(safe(cell(value))).append('\n');
      }
    }
    return lines.toString();
  }

  private static List<String> filled(JsonNode items) {
    var names = new LinkedHashSet<String>();
    for (var item : items) {
      for (var field : item.properties()) {
        if (!cell(field.getValue()).isEmpty()) {
          names.add(field.getKey());
        }
      }
    }
    return List.copyOf(names);
  }

  private static String cell(JsonNode value) {
    if (value.isNull() || value.isMissingNode() || (value.isContainerNode() && value.isEmpty())) {
      return "";
    }
    if (value.isArray() && !value.get(0).isContainerNode()) {
      var words = new ArrayList<String>();
      value.forEach(item -> words.add(item.asText()));
      return String.join(", ", words);
    }
    if (value.isContainerNode()) {
      return value.toString();
    }
    if (value.isBigDecimal()) {
      return value.decimalValue().toPlainString();
    }
    var time = TIME.matcher(value.asText());
    return time.matches() ? time.group(1) + " " + time.group(2) : value.asText();
  }

  /** A value must not command the terminal. */
  static String safe(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
  }
}
