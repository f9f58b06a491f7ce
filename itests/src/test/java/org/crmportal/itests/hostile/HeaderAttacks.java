package org.crmportal.itests.hostile;

import java.util.List;
import java.util.Random;

/** Headers that are malformed, forged, or of a size that nobody needs. */
final class HeaderAttacks {

  private final Hostile hostile;

  HeaderAttacks(Hostile hostile) {
    this.hostile = hostile;
  }

  List<Attack> all() {
    return List.of(
        new Attack("if-match", "a bad If-Match", o -> o.takes("header", "If-Match"), this::ifMatch),
        new Attack("type", "another Content-Type", o -> o.isJson(), this::type),
        new Attack("type", "a Content-Type that cannot be", o -> o.isJson(), this::wrongType),
        new Attack("accept", "a strange Accept", o -> true, this::accept),
        new Attack("header", "a strange header", o -> true, this::strange),
        new Attack(
            "header",
            "a hostile User-Agent",
            o -> true,
            (draft, random) -> draft.header("User-Agent", printable(hostile.text(random)))));
  }

  /** A text as a header's value: Latin-1 without control characters, at most 4,000. */
  static String printable(String text) {
    var value = text.replaceAll("[^\\x20-\\x7E\\xA0-\\xFF]", "\u00FC");
    return value.substring(0, Math.min(4000, value.length()));
  }

  private void ifMatch(Draft draft, Random random) {
    draft.header(
        "If-Match",
        Hostile.one(
            random,
            "\"999999\"",
            "W/\"0\"",
            "\"",
            "\"\"",
            "x",
            "0",
            "\"1",
            "1\"",
            "\"1\"\"2\"",
            "\"99999999999999999999999\"",
            "\"-5\"",
            "\"1e9\"",
            "\"NaN\"",
            "\"7777.\u00FC\"",
            "** ",
            "\"" + "9".repeat(5000) + "\"",
            "\"x\", \"y\"",
            "%00",
            "\"\u00B2\""));
    draft.mustBeRefused("If-Match is no version of it");
  }

  private void type(Draft draft, Random random) {
    draft.header(
        "Content-Type",
        Hostile.one(
            random,
            "application/json; charset=utf-16",
            "application/json;charset=nonsense",
            "application/json;charset=\"",
            "APPLICATION/JSON",
            "application/json;;;",
            "application/json; a=" + "b".repeat(3000),
            "application/problem+json",
            "application/*",
            "*/*"));
  }

  private void wrongType(Draft draft, Random random) {
    draft.header(
        "Content-Type",
        Hostile.one(
            random,
            "text/xml",
            "application/xml",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/x-java-serialized-object",
            "image/png"));
    draft.mustBeRefused("it is not sent as JSON");
  }

  private void accept(Draft draft, Random random) {
    draft.header(
        "Accept",
        Hostile.one(
            random,
            "image/png",
            "text/html",
            "text/csv",
            "text/csv;q=0.1",
            "*/*;q=0",
            "application/json;q=nonsense",
            "x",
            "/",
            "*",
            ",,,",
            "application/json;q=0, text/csv",
            "a/b,".repeat(900),
            printable(hostile.text(random)),
            "application/xml",
            "application/json;charset=utf-16"));
  }

  private void strange(Draft draft, Random random) {
    var value = printable(hostile.text(random));
    var name =
        Hostile.one(
            random,
            "X-Request-Id",
            "X-Forwarded-For",
            "X-HTTP-Method-Override",
            "Accept-Language",
            "Accept-Charset",
            "Cookie",
            "If-None-Match",
            "If-Modified-Since",
            "If-Unmodified-Since",
            "Range",
            "Content-Encoding",
            "Content-Language",
            "Origin",
            "Referer",
            "Forwarded",
            "Via",
            "Upgrade",
            "Content-Disposition",
            "Content-ID",
            "SOAPAction",
            "X-Method-Override");
    draft.header(name, random.nextInt(4) == 0 ? "bytes=0-,5-1" : value);
    // The web server itself upgrades the protocol, and reads the cookies.
    draft.mayBreak |= name.equals("Upgrade") || name.equals("Cookie");
  }
}
