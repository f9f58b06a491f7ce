package org.crmportal.itests.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Imports whose form, mapping or file is not what it says. */
final class FormAttacks {

  private static final String BOUNDARY = "a-boundary";
  private static final String GOOD_FILE = "a,b\r\nAda,Lovelace\r\n";

  private final Hostile hostile;

  FormAttacks(Hostile hostile) {
    this.hostile = hostile;
  }

  List<Attack> all() {
    return List.of(
        part("no file", "file", "", true),
        part("no mapping", "mapping", "", true),
        part("a mapping that is no JSON", "mapping", "{\"a\":", true),
        part("a mapping that is no object", "mapping", "[1]", true),
        part("a mapping to an unknown field", "mapping", "{\"a\":\"no_such\"}", true),
        part("a mapping of deep JSON", "mapping", "[".repeat(20_000), true),
        part("a bad decimal", "decimal", "dot", true),
        part("a bad date format", "date_format", "qqqq'", true),
        part("a bad dry_run", "dry_run", "maybe", true),
        part("a bad key", "key", "no_such", true),
        part("bad constants", "constants", "{\"no_such\":1}", true),
        attack("a hostile file", this::file),
        attack(
            "hostile constants",
            (draft, random) ->
                send(draft, Map.of("constants", "{\"source\":" + hostile.number(random) + "}"))),
        attack("a form that breaks off", this::cut),
        attack("a form without its boundary", this::boundary),
        attack("a form with a strange part", this::strange),
        attack("a form of many parts", this::many));
  }

  private static Attack attack(String name, Attack.Blow blow) {
    return new Attack("body", name, Operation::isForm, blow);
  }

  private static Attack part(String name, String part, String value, boolean refused) {
    return attack(
        name,
        (draft, random) -> {
          send(draft, Map.of(part, value));
          draft.mustBeRefused(refused, name);
        });
  }

  /** Makes the body a form as it should be, but for some parts; an empty one is left out. */
  static void send(Draft draft, Map<String, String> parts) {
    var all = new LinkedHashMap<String, String>();
    all.put("file", GOOD_FILE);
    all.put("mapping", "{\"a\":\"" + field(draft.operation) + "\"}");
    all.put("dry_run", "true");
    all.putAll(parts);
    all.values().removeIf(String::isEmpty);
    var form = new StringBuilder();
    all.forEach(
        (name, value) -> {
          form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
              .append(name)
              .append('"');
          form.append(name.equals("file") ? "; filename=\"a.csv\"\r\nContent-Type: text/csv" : "");
          form.append("\r\n\r\n").append(value).append("\r\n");
        });
    draft.body =
        form.append("--" + BOUNDARY + "--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    draft.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
  }

  private static String field(Operation operation) {
    return switch (operation.collection()) {
      case "/leads" -> "first_name";
      case "/clients" -> "company_name";
      case "/users" -> "full_name";
      case "/activities" -> "description";
      default -> "name";
    };
  }

  private void file(Draft draft, Random random) {
    var text = hostile.text(random);
    send(
        draft,
        Map.of(
            "file",
            Hostile.one(
                random,
                "a,b\n\"" + text,
                "a,b\n" + text + "," + text + "\n",
                "\0\0\0\0",
                "a,a,a\n1,2,3\n",
                "a\n" + "\"x".repeat(5000),
                "\uFEFFa;b\n1;2;3;4;5\n",
                "a,".repeat(3000) + "\n1",
                "PK\u0003\u0004",
                "a\r\n".repeat(2000),
                "x".repeat(200_000),
                "\n\n\n",
                "a" + "\n1".repeat(500))));
  }

  private void cut(Draft draft, Random random) {
    send(draft, Map.of());
    int length = 60 + random.nextInt(80);
    draft.body = java.util.Arrays.copyOf(draft.body, length);
    draft.mustBeRefused("the form breaks off in its file");
  }

  private void boundary(Draft draft, Random random) {
    send(draft, Map.of());
    draft.header(
        "Content-Type",
        "multipart/form-data"
            + Hostile.one(
                random,
                "",
                ";",
                "; boundary=",
                "; boundary=another",
                "; boundary=\"",
                "; boundary=" + "b".repeat(3000)));
    // Without a boundary it is found in the form itself.
    draft.mustBeRefused(draft.headers.toString().contains("boundary=a"), "another boundary");
  }

  private void strange(Draft draft, Random random) {
    send(draft, Map.of());
    var header =
        Hostile.one(
            random,
            "Content-Disposition: form-data",
            "Content-Disposition: form-data; name=",
            "",
            "Content-Transfer-Encoding: base64",
            "X: " + "y".repeat(5000),
            "Content-Type: multipart/mixed; boundary=x",
            "no header",
            "Content-Disposition: form-data; name=\"file\"; filename=\"../../x\"");
    draft.body = Bodies.bytes("--" + BOUNDARY + "\r\n" + header + "\r\n\r\nx\r\n", draft.body);
  }

  private void many(Draft draft, Random random) {
    send(draft, Map.of());
    var part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n";
    draft.body = Bodies.bytes(part.repeat(Hostile.one(random, 21, 100, 2000)), draft.body);
    draft.mustBeRefused("more than 20 parts");
  }
}
