package org.crmportal.itests.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies that are no JSON, too much JSON, or JSON in another encoding than UTF-8. */
final class TextAttacks {

  private static final int LIMIT = 1024 * 1024;

  private TextAttacks() {}

  static List<Attack> all() {
    return List.of(
        broken("JSON that breaks off", TextAttacks::cut),
        broken(
            "JSON that goes on",
            (draft, random) -> after(draft, Hostile.one(random, "}", "[]", "1", "\"", ",", "\0"))),
        broken("one name twice", TextAttacks::twice),
        broken("what only JavaScript reads", TextAttacks::script),
        broken("no object", TextAttacks::noObject),
        broken("deep nesting", TextAttacks::deep),
        broken("deep nesting within", TextAttacks::deepWithin),
        broken("invalid UTF-8", TextAttacks::invalid),
        broken("a control character", (draft, random) -> member(draft, "\"c\":\"a\u0001b\"")),
        broken(
            "a very long name", (draft, random) -> member(draft, "\"" + "n".repeat(3000) + "\":1")),
        broken("a very long number", (draft, random) -> member(draft, "\"n\":" + "9".repeat(5000))),
        broken("very many fields", TextAttacks::many),
        broken("noise", TextAttacks::noise),
        rare("more than the limit", TextAttacks::tooLarge),
        attack("another encoding", TextAttacks::encoding),
        attack("nothing", (draft, random) -> draft.body = new byte[0]),
        attack("white space only", (draft, random) -> draft.body = bytes(" \r\n\t ".repeat(1000))));
  }

  private static Attack attack(String name, Attack.Blow blow) {
    return new Attack("body", name, Operation::isJson, blow);
  }

  /** What no operation that takes JSON may accept. */
  private static Attack broken(String name, Attack.Blow blow) {
    return attack(
        name,
        (draft, random) -> {
          blow.on(draft, random);
          draft.mustBeRefused(name);
        });
  }

  /** What takes long to send, and so is sent once in a while. */
  private static Attack rare(String name, Attack.Blow blow) {
    return broken(
        name,
        (draft, random) -> {
          if (random.nextInt(8) == 0) {
            blow.on(draft, random);
          } else {
            noise(draft, random);
          }
        });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void cut(Draft draft, Random random) {
    var whole = bytes(Bodies.text(draft));
    draft.body = Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
  }

  private static void after(Draft draft, String more) {
    draft.body = bytes(Bodies.text(draft) + more);
  }

  /** The draft's object with another member in front; of a list, the list after an object. */
  private static void member(Draft draft, Object... member) {
    var text = Bodies.text(draft);
    boolean more = text.startsWith("{") && text.length() > 2;
    var rest = text.startsWith("{") ? text.substring(1) : "}" + text;
    draft.body = Bodies.bytes("{", Bodies.bytes(member), more ? "," : "", rest);
  }

  private static void twice(Draft draft, Random random) {
    member(draft, "\"first_name\":\"a\",\"first_name\":\"b\"");
  }

  private static void script(Draft draft, Random random) {
    member(
        draft,
        Hostile.one(
            random,
            "'a':1",
            "a:1",
            "\"a\":01",
            "\"a\":+1",
            "\"a\":.5",
            "\"a\":NaN",
            "\"a\":-Infinity",
            "\"a\":1,",
            "/**/\"a\":1",
            "\"a\":0x10",
            "\"a\":\"\\x41\"",
            "\"a\":True"));
  }

  private static void noObject(Draft draft, Random random) {
    var other = draft.tree.isArray() ? "{\"a\":1}" : "[\"a\"]";
    draft.body = bytes(Hostile.one(random, other, "\"text\"", "1", "true", "[[],[]]"));
  }

  private static void deep(Draft draft, Random random) {
    int depth = Hostile.one(random, 65, 100, 1000, 50_000);
    var open = Hostile.one(random, "[", "{\"a\":");
    draft.body =
        bytes(
            open.repeat(depth)
                + (random.nextBoolean() ? "1" + (open.equals("[") ? "]" : "}").repeat(depth) : ""));
  }

  private static void deepWithin(Draft draft, Random random) {
    int depth = Hostile.one(random, 70, 900, 5000);
    member(draft, "\"metadata\":{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
  }

  private static void invalid(Draft draft, Random random) {
    var sequences =
        List.of(
            Bodies.bytes(0xFF),
            Bodies.bytes(0xC3),
            Bodies.bytes(0xC0, 0x80),
            Bodies.bytes(0xC1, 0xA1),
            Bodies.bytes(0xE0, 0x80, 0xAF),
            Bodies.bytes(0xED, 0xA0, 0x80),
            Bodies.bytes(0xF0, 0x80, 0x80, 0xAF),
            Bodies.bytes(0xF5, 0x80, 0x80, 0x80),
            Bodies.bytes(0xF4, 0x90, 0x80, 0x80),
            Bodies.bytes(0x80),
            Bodies.bytes(0xE4));
    var text = Bodies.text(draft);
    int quote = text.indexOf(":\"");
    var sequence = Hostile.one(random, sequences);
    if (quote < 0) {
      member(draft, "\"x\":\"", sequence, "\"");
    } else {
      draft.body = Bodies.bytes(text.substring(0, quote + 2), sequence, text.substring(quote + 2));
    }
  }

  private static void many(Draft draft, Random random) {
    var members = new StringBuilder();
    for (int i = 0; i < 4000; i++) {
      members.append(i == 0 ? "" : ",").append("\"m").append(i).append("\":").append(i);
    }
    member(draft, members);
  }

  private static void noise(Draft draft, Random random) {
    var noise = new byte[1 + random.nextInt(500)];
    random.nextBytes(noise);
    noise[0] = Hostile.one(random, 0x7B, 0x22, 0x5B, 0xFF, 0x3C, 0x74).byteValue();
    draft.body = noise;
  }

  private static void tooLarge(Draft draft, Random random) {
    boolean bulk = draft.operation.path().contains("/bulk");
    int size = (bulk ? 16 : 1) * LIMIT + 1 + random.nextInt(1000);
    draft.body = bytes("{\"notes\":\"" + "x".repeat(size) + "\"}");
    draft.chunked = random.nextBoolean();
    draft.mayBreak = true;
  }

  private static void encoding(Draft draft, Random random) {
    var charset =
        Hostile.one(
            random, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16);
    var text = Bodies.text(draft);
    draft.body =
        random.nextBoolean() ? text.getBytes(charset) : Bodies.bytes(0xEF, 0xBB, 0xBF, text);
  }
}
