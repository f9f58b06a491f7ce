package org.crmportal.itests.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Filters of lists that cost too much, compare with what cannot be, or mean to be SQL. */
final class FilterAttacks {

  /** The formats that not every text has. */
  private static final String[] TYPED = {
    "uuid", "date", "date-time", "number", "int32", "int64", "boolean", "enum"
  };

  private final Contract contract;
  private final Hostile hostile;

  FilterAttacks(Contract contract, Hostile hostile) {
    this.contract = contract;
    this.hostile = hostile;
  }

  List<Attack> all() {
    return List.of(
        attack("a filter that is too deep", this::deepFilter),
        attack("a filter that is too long", this::longFilter),
        attack("a filter with an injection", this::injection),
        attack("a filter of the wrong type", this::wrongType),
        attack("a parameter of the wrong type", this::wrongParameter),
        attack("a field that has a hostile text", this::equalText));
  }

  private static Attack attack(String name, Attack.Blow blow) {
    return new Attack("query", name, Operation::isList, blow);
  }

  private void deepFilter(Draft draft, Random random) {
    int depth = Hostile.one(random, 21, 200, 2000, 3500);
    filter(
        draft,
        "(".repeat(depth)
            + "created_at=ge=2026-01-01T00:00:00Z"
            + (random.nextBoolean() ? ")".repeat(depth) : ""));
    draft.mustBeRefused(depth + " parentheses");
  }

  private void longFilter(Draft draft, Random random) {
    int count = Hostile.one(random, 201, 300, 500);
    draft.query.add(
        "filter="
            + String.join(
                random.nextBoolean() ? ";" : ",", Collections.nCopies(count, "id!=null")));
    draft.mustBeRefused(count + " comparisons");
  }

  private static void filter(Draft draft, String filter) {
    draft.query.add("filter=" + Hostile.encoded(filter));
  }

  /** A column of the listed records that has one of some types. */
  private String column(Draft draft, Random random, String... types) {
    var names = new ArrayList<String>();
    for (var each : contract.resolved(draft.operation.item()).path("properties").properties()) {
      JsonNode schema = contract.resolved(each.getValue());
      var type =
          schema.has("enum") ? "enum" : schema.path("format").asText(schema.path("type").asText());
      if (List.of(types).contains(type) && draft.operation.takes("query", each.getKey())) {
        names.add(each.getKey());
      }
    }
    return names.isEmpty() ? "" : Hostile.one(random, names);
  }

  private void injection(Draft draft, Random random) {
    var column = column(draft, random, "string");
    if (!column.isEmpty()) {
      var text =
          "no "
              + Hostile.one(
                  random,
                  "x' OR '1'='1",
                  "x')) OR 1=1 --",
                  "x' OR true; --",
                  "\\' OR 1=1 --",
                  "$1",
                  "?",
                  "{ts 'x'}",
                  "x\\");
      filter(draft, column + "==\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
      draft.findsNothing = true;
    }
  }

  private void wrongType(Draft draft, Random random) {
    var column = column(draft, random, TYPED);
    if (!column.isEmpty()) {
      filter(draft, column + Hostile.one(random, "==no_such", "!=no_such", "=in=(no_such)"));
      draft.mustBeRefused(column + " has no such value");
    }
  }

  private void wrongParameter(Draft draft, Random random) {
    var column = column(draft, random, TYPED);
    if (!column.isEmpty()) {
      var value =
          Hostile.one(
              random, "no_such", "1e999999999x", "2026-02-30x", "\u0000", "'", "a".repeat(3000));
      draft.query.add(column + "=" + Hostile.encoded(value));
      draft.mustBeRefused(column + " has no such value");
    }
  }

  private void equalText(Draft draft, Random random) {
    var column = column(draft, random, "string", "number", "int32", "date-time");
    if (!column.isEmpty()) {
      var value = random.nextInt(3) == 0 ? hostile.number(random) : hostile.text(random);
      draft.query.add(
          column + "=" + Hostile.encoded(value.substring(0, Math.min(value.length(), 700))));
    }
  }
}
