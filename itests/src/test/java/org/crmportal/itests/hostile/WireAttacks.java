package org.crmportal.itests.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What is no HTTP request, or two of them in one. The web server answers most of these itself. */
final class WireAttacks {

  private static final String PATH = "/api/v1/leads";

  private WireAttacks() {}

  static List<Attack> all() {
    return List.of(
        wire("a request line that is none", WireAttacks::line),
        wire("a header that is none", WireAttacks::header),
        wire("a length that is none", WireAttacks::length),
        wire("chunks that are none", WireAttacks::chunks),
        wire("too many or too long headers", WireAttacks::tooMuch),
        wire("noise", WireAttacks::noise));
  }

  private static Attack wire(String name, Attack.Blow blow) {
    return new Attack(
        "wire",
        name,
        operation -> operation.path().equals("/leads") && operation.method().equals("POST"),
        (draft, random) -> {
          blow.on(draft, random);
          draft.mayBreak = true;
        });
  }

  private static void raw(Draft draft, String text) {
    draft.wire = text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void line(Draft draft, Random random) {
    raw(
        draft,
        Hostile.one(
            random,
            "GET\r\n\r\n",
            "GET " + PATH + "\r\n\r\n",
            "GET " + PATH + " HTTP/9.9\r\n\r\n",
            "GET " + PATH + " HTTP/1.1 x\r\n\r\n",
            " GET " + PATH + " HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET \u00FF\u00FE\0 HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET http://a:b@c:99999" + PATH + " HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
            "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET //" + PATH + " HTTP/1.1\r\nHost: a\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "GET /..%2f..%2fetc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET " + PATH + "?a\0b HTTP/1.1\r\nHost: a\r\n\r\n",
            "G\0T " + PATH + " HTTP/1.1\r\nHost: a\r\n\r\n",
            "\r\n\r\n\r\nGET " + PATH + " HTTP/1.1\r\nHost: a\r\n\r\n"));
  }

  private static void header(Draft draft, Random random) {
    var header =
        Hostile.one(
            random,
            "Host",
            ": a",
            "X\0: y",
            "X: a\0b",
            "X : y",
            "X:\r\n folded",
            "\u00FC: y",
            "X: \rY: z",
            "X: \nY: z",
            "Host: a\r\nHost: b",
            "Host: a b",
            "Host: [::1",
            "Host: a:99999",
            "Host: \u00FC",
            "Authorization: Bearer \0",
            "Cookie: a=\"" + "\\\"".repeat(500));
    raw(draft, "GET " + PATH + " HTTP/1.1\r\n" + header + "\r\n\r\n");
  }

  private static void length(Draft draft, Random random) {
    var length =
        Hostile.one(
            random,
            "-1",
            "x",
            "99999999999999999999",
            "1, 2",
            "0x2",
            "+2",
            "2\r\nContent-Length: 3",
            "2\r\nTransfer-Encoding: chunked",
            "",
            " ",
            "9223372036854775807",
            "17000000");
    raw(
        draft,
        "POST "
            + PATH
            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n{}");
  }

  private static void chunks(Draft draft, Random random) {
    var body =
        Hostile.one(
            random,
            "x\r\n{}\r\n0\r\n\r\n",
            "-2\r\n{}\r\n0\r\n\r\n",
            "ffffffffffffffff\r\n{}",
            "2;a=" + "b".repeat(9000) + "\r\n{}\r\n0\r\n\r\n",
            "2\n{}\n0\n\n",
            "2\r\n{}0\r\n\r\n",
            "0\r\nX: y\r\nContent-Length: 9\r\n\r\n",
            "2\r\n{}\r\n0\r\n" + "T: t\r\n".repeat(300) + "\r\n",
            "7fffffffffffffff\r\n{}");
    var coding =
        Hostile.one(
            random,
            "chunked",
            "chunked",
            "gzip, chunked",
            "chunked, chunked",
            "xchunked",
            "identity");
    raw(
        draft,
        "POST "
            + PATH
            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: "
            + coding
            + "\r\n\r\n"
            + body);
  }

  private static void tooMuch(Draft draft, Random random) {
    var headers =
        Hostile.one(
            random,
            "X: y\r\n".repeat(150),
            "X: " + "y".repeat(40_000) + "\r\n",
            "X".repeat(40_000) + ": y\r\n",
            "Cookie: " + "a=b; ".repeat(100) + "\r\n",
            "Accept: " + "a/b,".repeat(7000) + "\r\n");
    var query = Hostile.one(random, "", "?" + "a=b&".repeat(300));
    raw(draft, "GET " + PATH + query + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n");
  }

  private static void noise(Draft draft, Random random) {
    var noise = new byte[200 + random.nextInt(3000)];
    random.nextBytes(noise);
    noise[0] = Hostile.one(random, 0x16, 0, 0x47, 0x80).byteValue();
    noise[noise.length - 1] = '\n';
    draft.wire = noise;
  }
}
