package org.crmportal.itests.hostile;

import java.util.List;
import java.util.Random;

/** Forged access tokens, and idempotency keys that are none or somebody else's. */
final class TokenAttacks {

  private final Hostile hostile;

  TokenAttacks(Hostile hostile) {
    this.hostile = hostile;
  }

  List<Attack> all() {
    return List.of(
        new Attack("key", "a bad Idempotency-Key", TokenAttacks::takesKey, this::key),
        new Attack(
            "key",
            "a key of somebody's",
            TokenAttacks::takesKey,
            (draft, random) -> draft.header("Idempotency-Key", "k" + random.nextInt(5))),
        new Attack("token", "a forged token", o -> !o.open(), this::token));
  }

  private static boolean takesKey(Operation operation) {
    return operation.takes("header", "Idempotency-Key")
        && !operation.open()
        && operation.body() != null;
  }

  private void key(Draft draft, Random random) {
    draft.header(
        "Idempotency-Key",
        Hostile.one(
            random, "", " ", "k".repeat(256), "k".repeat(20_000), "k\u00FCy", "\u00FF", "\u00A0"));
    draft.mustBeRefused("the Idempotency-Key is no key");
  }

  private void token(Draft draft, Random random) {
    var real = draft.headers.stream().filter(h -> h.startsWith("Authorization: ")).findFirst();
    var jwt =
        real.map(header -> header.substring("Authorization: Bearer ".length())).orElse("a.b.c");
    draft.header("Authorization", forged(jwt, random));
    draft.mustBeRefused("the token is forged");
  }

  private String forged(String jwt, Random random) {
    int dot = jwt.lastIndexOf('.');
    var unsigned = jwt.substring(0, dot);
    var payload = unsigned.substring(unsigned.indexOf('.') + 1);
    var none = "eyJhbGciOiJub25lIn0." + payload + ".";
    int middle = dot + (jwt.length() - dot) / 2;
    char other = jwt.charAt(middle) == 'A' ? 'B' : 'A';
    var forged = jwt.substring(0, middle) + other + jwt.substring(middle + 1);
    return Hostile.one(
        random,
        "",
        "Bearer",
        "Bearer ",
        "Bearer null",
        "Basic YWRtaW46YWRtaW4=",
        "Bearer " + unsigned,
        "Bearer " + unsigned + ".",
        "Bearer " + none,
        "Bearer " + forged,
        "Bearer " + "A".repeat(20_000),
        "Bearer ..",
        "Bearer " + payload,
        "Bearer " + jwt + "." + jwt,
        "Bearer eyJ.e30.e30",
        "Digest x",
        "Bearer " + HeaderAttacks.printable(hostile.text(random)),
        "Bearer crm_" + "0".repeat(40),
        "Bearer \u00FC\u00FC.\u00FC.\u00FC");
  }
}
