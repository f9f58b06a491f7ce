package org.crmportal.itests.hostile;

import java.util.List;
import java.util.Random;

/** Paths and methods that lead nowhere. */
final class PathAttacks {

  private final Contract contract;
  private final Hostile hostile;

  PathAttacks(Contract contract, Hostile hostile) {
    this.contract = contract;
    this.hostile = hostile;
  }

  List<Attack> all() {
    return List.of(
        new Attack("path", "an id that is none", PathAttacks::hasId, this::noId),
        new Attack("path", "an id that nothing has", PathAttacks::hasId, this::nobody),
        new Attack("path", "a hostile id", PathAttacks::hasId, this::hostileId),
        new Attack("path", "a path with a detour", o -> true, this::detour),
        new Attack("path", "a path that is too long", o -> true, this::tooLong),
        new Attack("method", "a method that is not served", o -> o.body() == null, this::method));
  }

  private static boolean hasId(Operation operation) {
    return operation.path().contains("id}");
  }

  private void last(Draft draft, String id) {
    draft.path =
        draft.path.replaceFirst(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            java.util.regex.Matcher.quoteReplacement(id));
  }

  private void noId(Draft draft, Random random) {
    last(
        draft,
        Hostile.one(
            random,
            "0",
            "-1",
            "null",
            "00000000-0000-0000-0000-00000000000g",
            "1-1-1-1-1",
            "%7B%7D",
            "'",
            "%20",
            "00000000-0000-0000-0000-0000000000000",
            "{00000000-0000-0000-0000-000000000000}".replace("{", "%7B").replace("}", "%7D"),
            "a".repeat(5000),
            "-".repeat(36)));
    draft.mustBeRefused("the id is none");
  }

  private void nobody(Draft draft, Random random) {
    last(
        draft,
        Hostile.one(
            random,
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            Places.uuid(random)));
    boolean bulk = draft.operation.path().contains("/bulk");
    draft.mustBeRefused(
        !bulk && !draft.operation.path().startsWith("/auth/"), "nothing has the id");
  }

  private void hostileId(Draft draft, Random random) {
    var text = hostile.text(random).replace("/", "");
    last(draft, Hostile.encoded(text.substring(0, Math.min(600, text.length()))));
    // A dot or nothing at all makes another path of it, which may be served.
    draft.mustBeRefused(
        text.codePoints().anyMatch(c -> c > ' ' && c != '.' && c < 0x7F), "the id is none");
    draft.mayBreak = true;
  }

  private void detour(Draft draft, Random random) {
    draft.path =
        Hostile.one(
            random,
            draft.path + "/",
            "/" + draft.path,
            draft.path + "//",
            draft.path + ";a=b",
            draft.path + ";jsessionid=1",
            draft.path + "/..",
            draft.path + "/%2e%2e",
            draft.path + "%00",
            draft.path + "%2f",
            "/%2e" + draft.path,
            "/..;" + draft.path,
            draft.path + ".json",
            draft.path.toUpperCase(java.util.Locale.ROOT),
            draft.path + "/%5c..",
            draft.path + "%0d%0aX:%20y",
            draft.path + "/no_such",
            draft.path + "?a?b",
            draft.path + "#x",
            draft.path + "%",
            draft.path + "%zz",
            draft.path + "\u00FC",
            draft.path + "|^`{}");
    draft.mayBreak = true;
  }

  private void tooLong(Draft draft, Random random) {
    draft.path += "/" + "p".repeat(Hostile.one(random, 8192, 9000, 20_000, 40_000));
    draft.mustBeRefused("the path is too long");
    draft.mayBreak = true;
  }

  private void method(Draft draft, Random random) {
    draft.method =
        Hostile.one(
            random,
            "TRACE",
            "OPTIONS",
            "HEAD",
            "PUT",
            "PATCH",
            "DELETE",
            "POST",
            "FOO",
            "PROPFIND",
            "CONNECT",
            "M".repeat(100));
    boolean documented = contract.has(draft.method, draft.operation.path());
    draft.mustBeRefused(!documented && !draft.method.equals("HEAD"), "the method is not served");
    if (draft.method.equals("OPTIONS")) {
      // Tells which methods a path has, and does nothing.
      draft.maybeAccepted();
    }
    draft.mayBreak = !documented;
    if (documented) {
      draft.method = draft.operation.method();
    }
  }
}
