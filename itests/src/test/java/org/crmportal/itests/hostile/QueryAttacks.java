package org.crmportal.itests.hostile;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Queries that ask for what is not there, in ways that nobody would spell it. */
final class QueryAttacks {

  private final Places places;
  private final Hostile hostile;

  QueryAttacks(Places places, Hostile hostile) {
    this.places = places;
    this.hostile = hostile;
  }

  List<Attack> all() {
    return Stream.concat(badValues(), more()).toList();
  }

  /** Values that a parameter does not take, between bars. */
  private Stream<Attack> badValues() {
    return Stream.of(
        refused(
            "limit",
            " | 0 | 201 | -1 | 1e2 | abc | 999999999999999999999 | 0x10 |  5 | 5;6 | "
                + "\u0665 | 2147483648"),
        refused(
            "skip",
            " | -1 | 1e2 | abc | 1000000000 | 999999999999999999999 | 0x10 |  5 | 5;6 | "
                + "\u0665 | 2147483648 | null | 1.0"),
        refused("count", " | yes | 1 | TRUE | true,false"),
        refused("deleted", " | all | ONLY | only,only"),
        refused(
            "sort",
            " | no_such | , | - | created_at;id | -created_at,,id | password_hash | "
                + "id desc | (select 1) | created_at nulls first"),
        refused(
            "group_by",
            " | no_such | password_hash | id,id | status desc | metadata | created_at | * | 1"),
        refused("sum", " | no_such | id | password_hash | count(*) | 1"),
        refused("fields", " | no_such | , | id,,id | password_hash | * | id,* | id as x"),
        refused(
            "filter",
            " | ( | ) | no_such==1 | id== | ==1 | id=in=() | id==1; | ; | id=foo=1 | "
                + "password_hash==x | (((id==1) | ' | id==' | created_at=ge=yesterday | "
                + "id==zzz | id\u0000==1"),
        refused(
            "cursor",
            " | x | ==== | e30 | AAAA | eyJhIjoxfQ | null | ../.. | \u0000 | "
                + "eyJhIjoxfQ.AAAA"));
  }

  private Stream<Attack> more() {
    return Stream.of(
        attack("a cursor that was changed", this::changedCursor),
        attack("a hostile search", this::search),
        attack(
            "records skipped behind a cursor",
            (draft, random) -> {
              draft.query.add("skip=" + random.nextInt(10));
              draft.query.add("cursor=AAAA");
              draft.mustBeRefused("skip with a cursor");
            }),
        attack(
            "a limit that is given twice",
            (draft, random) -> {
              draft.query.add("limit=1");
              draft.query.add("limit=2");
              draft.mustBeRefused("limit twice");
            }),
        new Attack("query", "an unknown parameter", operation -> true, this::unknown),
        new Attack("query", "percent signs that mean nothing", operation -> true, this::percent));
  }

  private static Attack attack(String name, Attack.Blow blow) {
    return new Attack("query", name, Operation::isList, blow);
  }

  private Attack refused(String parameter, String values) {
    return new Attack(
        "query",
        "a bad " + parameter,
        operation -> operation.isList() && operation.takes("query", parameter),
        (draft, random) -> {
          var value = Hostile.one(random, values.split(" \\| ", -1));
          draft.query.add(parameter + "=" + Hostile.encoded(value));
          draft.mustBeRefused(parameter + " is '" + value + "'");
        });
  }

  private void changedCursor(Draft draft, Random random) {
    var cursor = places.cursor(draft.operation.path());
    if (cursor != null && !draft.path.contains("{")) {
      int at = cursor.length() / 4 + random.nextInt(cursor.length() / 2);
      char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
      boolean changed = random.nextBoolean();
      draft.query.add(
          "cursor="
              + Hostile.encoded(
                  changed ? cursor.substring(0, at) + other + cursor.substring(at + 1) : cursor));
      if (!changed) {
        draft.query.add(
            Hostile.one(random, "sort=created_at", "filter=id!=null", "sort=id", "q=else"));
      }
      draft.mustBeRefused(changed ? "the cursor was changed" : "the cursor is another list's");
    }
  }

  private void search(Draft draft, Random random) {
    var text = hostile.text(random);
    draft.query.add("q=" + Hostile.encoded(text.substring(0, Math.min(text.length(), 1500))));
  }

  private void unknown(Draft draft, Random random) {
    draft.query.add(
        "no_such="
            + Hostile.encoded(
                hostile
                    .text(random)
                    .transform(text -> text.substring(0, Math.min(20, text.length())))));
    draft.mustBeRefused("unknown parameter");
  }

  private void percent(Draft draft, Random random) {
    draft.query.add(
        Hostile.one(
            random,
            "%",
            "q=%",
            "q=%z1",
            "q=%C0%80",
            "q=%ff%fe",
            "%00=1",
            "q=%u0041",
            "=",
            "&&&",
            "=x",
            "q",
            "q=%ED%A0%80",
            "[]=1",
            "q[]=1",
            "filter=%"));
    draft.mayBreak = true;
  }
}
