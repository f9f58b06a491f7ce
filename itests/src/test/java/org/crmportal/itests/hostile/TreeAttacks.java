package org.crmportal.itests.hostile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** JSON that can be read but breaks the schema of the operation in one place. */
final class TreeAttacks {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Texts that the data model keeps in 255 characters at most. */
  private static final Set<String> SHORT =
      Set.of(
          "first_name",
          "last_name",
          "email",
          "phone",
          "company",
          "job_title",
          "source",
          "company_name",
          "industry",
          "city",
          "country",
          "name",
          "full_name",
          "postal_code");

  private static final String[] WHOLE = {"int32", "int64"};
  private static final String[] NUMBERS = {"number", "int32", "int64"};

  /** Stands for a number that Jackson would not write; replaced in the text. */
  static final String NUMBER = "@@number@@";

  private final Contract contract;
  private final Hostile hostile;
  private final Spots spots;

  TreeAttacks(Contract contract, Hostile hostile) {
    this.contract = contract;
    this.hostile = hostile;
    this.spots = new Spots(contract);
  }

  List<Attack> all() {
    return List.of(
        attack("an unknown field", this::unknownField),
        attack("a value of the wrong type", this::wrongType),
        attack("a required field left out", this::leftOut),
        attack("null for a required field", this::nullInstead),
        attack("a hostile text", this::hostileText, "string"),
        attack("a text that is too long", this::tooLong, "string"),
        attack("texts that run on", this::runningOn, "string"),
        attack("a number of no sensible size", this::number, NUMBERS),
        attack("a whole number that is not", this::notWhole, WHOLE),
        attack("free JSON that is too large", this::freeJson, "object"),
        attack("a hostile name in free JSON", this::freeName, "object"),
        attack("more items than are allowed", this::manyItems));
  }

  private Attack attack(String name, Attack.Blow blow, String... types) {
    return new Attack("body", name, operation -> spots.fit(operation, types), blow);
  }

  private void unknownField(Draft draft, Random random) {
    var spot = spots.spot(draft, random);
    var name = random.nextBoolean() ? "no_such_" + Samples.word(random) : hostile.text(random);
    spot.object().set(name, JSON.textNode("x"));
    boolean closed = spot.schema().has("additionalProperties");
    draft.mustBeRefused(closed && !spot.schema().get("properties").has(name), "unknown field");
  }

  private void wrongType(Draft draft, Random random) {
    var spot = spots.spot(draft, random);
    var name = spots.property(spot, random);
    if (name.isEmpty()) {
      return;
    }
    var schema = contract.resolved(spot.schema().get("properties").get(name));
    var wrong = Spots.wrong(schema);
    if (!wrong.isEmpty()) {
      spot.object().set(name, Hostile.one(random, wrong));
      draft.mustBeRefused(name + " has the wrong type");
    }
  }

  private void leftOut(Draft draft, Random random) {
    var spot = spots.spot(draft, random);
    var required = new ArrayList<>(Samples.required(spot.schema()));
    // What the path says already need not be said again.
    required.removeIf(name -> draft.operation.takes("path", name));
    if (!required.isEmpty()) {
      var name = Hostile.one(random, required);
      spot.object().remove(name);
      draft.mustBeRefused(name + " is missing");
    }
  }

  private void nullInstead(Draft draft, Random random) {
    var spot = spots.spot(draft, random);
    var required = List.copyOf(Samples.required(spot.schema()));
    if (!required.isEmpty()) {
      var name = Hostile.one(random, required);
      spot.object().putNull(name);
      draft.mustBeRefused(name + " is null");
    }
  }

  private void hostileText(Draft draft, Random random) {
    var spot = spots.spot(draft, random);
    var formats =
        Hostile.one(random, List.of("string"), List.of("uuid", "date", "date-time", "enum"));
    var name = spots.property(spot, random, formats.toArray(String[]::new));
    if (!name.isEmpty()) {
      var text = hostile.text(random);
      spot.object().put(name, text);
      draft.mustBeRefused(!formats.contains("string"), name + " is not of its format");
      draft.mustBeRefused(Hostile.unstorable(text), name + " cannot be stored");
    }
  }

  private void tooLong(Draft draft, Random random) {
    var spot = spots.spot(draft, random);
    var name = spots.property(spot, random, "string");
    if (!name.isEmpty()) {
      spot.object().put(name, "a".repeat(256 + random.nextInt(100_000)));
      draft.mustBeRefused(SHORT.contains(name), name + " is longer than its column");
    }
  }

  /** In all fields at once, so that each pattern that they are held against has to read them. */
  private void runningOn(Draft draft, Random random) {
    var spot = spots.spot(draft, random, "string");
    var times = Hostile.one(random, 40, 200, 2500, 20_000);
    var one = Hostile.one(random, "a", "0", "a1", "-", "a.").repeat(times) + "!";
    var text = random.nextInt(3) > 0 ? one : hostile.repeated(random);
    spots.names(spot.schema(), "string").forEach(name -> spot.object().put(name, text));
  }

  private void number(Draft draft, Random random) {
    var spot = spots.spot(draft, random, NUMBERS);
    var name = spots.property(spot, random, NUMBERS);
    if (!name.isEmpty()) {
      var text = hostile.number(random);
      // As a number, or as a text that a number is read from.
      spot.object().put(name, NUMBER + (random.nextBoolean() ? text : "\"" + text + "\""));
      draft.mustBeRefused(name + " has no sensible size");
    }
  }

  private void notWhole(Draft draft, Random random) {
    var spot = spots.spot(draft, random, WHOLE);
    var name = spots.property(spot, random, WHOLE);
    if (!name.isEmpty()) {
      var values = List.of("1.5", "2147483648", "-2147483649", "99999999999999999999", "1e20");
      spot.object().put(name, NUMBER + Hostile.one(random, values));
      draft.mustBeRefused(name + " is not a whole number of 32 bits");
    }
  }

  private void freeJson(Draft draft, Random random) {
    var spot = spots.spot(draft, random, "object");
    if (spot.schema().path("properties").has("metadata")) {
      var large = JSON.objectNode();
      for (int i = 0; i < 20; i++) {
        large.put("k" + i, "v".repeat(1024));
      }
      spot.object().set("metadata", large);
      draft.mustBeRefused("metadata is larger than 16 KiB");
    }
  }

  private void freeName(Draft draft, Random random) {
    var spot = spots.spot(draft, random, "object");
    if (spot.schema().path("properties").has("metadata")) {
      var name = hostile.text(random);
      spot.object().set("metadata", JSON.objectNode().set(name, JSON.objectNode().put(name, name)));
      draft.mustBeRefused(Hostile.unstorable(name), "metadata cannot be stored");
    }
  }

  private void manyItems(Draft draft, Random random) {
    if (draft.operation.path().contains("/bulk")) {
      var items = JSON.arrayNode();
      for (int i = 0; i < 1001; i++) {
        items.addNull();
      }
      var name = draft.operation.path().endsWith("/bulk") ? "items" : "ids";
      ((ObjectNode) draft.tree).set(name, items);
      draft.mustBeRefused("more than 1,000 " + name);
    }
  }
}
