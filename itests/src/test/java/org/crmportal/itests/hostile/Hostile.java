package org.crmportal.itests.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;

/** Values that have broken programs before, and random ones beside them. */
final class Hostile {

  private static final List<String> INJECTIONS =
      List.of(
          "x' OR '1'='1",
          "x'); DROP TABLE leads; --",
          "x\" OR \"\"=\"",
          "1; SET pg_sleep = 1",
          "x' || pg_sleep(5) || '",
          "status==new;id=in=(1,2)",
          "a,b==c",
          "${7*7}#{7*7}{{7*7}}",
          "${jndi:ldap://127.0.0.1:1/a}",
          "<script>alert(1)</script>",
          "<!--#exec cmd=\"ls\"-->",
          "=cmd|' /C calc'!A0",
          "@SUM(1+1)*cmd|'!A0",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "a\r\nSet-Cookie: a=b",
          "%00%0d%0a%2e%2e",
          "null",
          "undefined",
          "NaN",
          "true",
          "-0",
          "[]",
          "{}",
          "\u202Egnp.exe",
          "\uFEFFbom",
          "\u0130\u0131\u00DF\uFB01",
          "Z\u0351\u036B\u0343\u036A\u0302",
          "\uD83D\uDC69\u200D\uD83D\uDC67",
          "\u0001\u0007\u001B[31m",
          "a\0b",
          "\0",
          "\uD800",
          "x\uDC00y",
          "\\",
          "\\'",
          "%",
          "_%_%",
          "*",
          "a*b*c*d*",
          "\uFFFF\uFFFE",
          "   ");

  private static final List<String> NUMBERS =
      List.of(
          "1e400",
          "-1e400",
          "1e999999999",
          "-1e999999999",
          "1e-999999999",
          "1e2147483647",
          "1e-2147483648",
          "1e99999999999999999999",
          "1e101",
          "9e-101",
          "1e1000000");

  private final RandomGenerator<String> text =
      Arbitraries.frequencyOf(
              Tuple.of(4, Arbitraries.of(INJECTIONS)),
              Tuple.of(2, Arbitraries.strings().all().ofMaxLength(40)),
              Tuple.of(
                  2, Arbitraries.strings().withChars(" '\"\\;,()=<>%*&#\t\r\n.@:").ofMaxLength(30)),
              Tuple.of(1, repeated()))
          .generator(1000, true);
  private final RandomGenerator<String> repeated = repeated().generator(1000, true);
  private final RandomGenerator<String> number = Arbitraries.of(NUMBERS).generator(1000, true);

  /** What makes a bad regular expression, a recursion or a copy in a loop run for minutes. */
  private static Arbitrary<String> repeated() {
    var start = Arbitraries.of("", "a@", "http://", "+43 ", "x.");
    var part =
        Arbitraries.of("a", "a.", "0", "(", " ", "@", "-", "1,", "\u00E9", "\uD83D\uDE00", "a@b.");
    var times =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(20, 60)),
            Tuple.of(2, Arbitraries.integers().between(240, 2000)),
            Tuple.of(1, Arbitraries.integers().between(5000, 60_000)));
    var end = Arbitraries.of("", "!", "@", ")", " \t!", "\0");
    return Combinators.combine(start, part, times, end)
        .as((first, each, count, last) -> first + each.repeat(count) + last);
  }

  String text(Random random) {
    return text.next(random).value();
  }

  /** A long text of one part. */
  String repeated(Random random) {
    return repeated.next(random).value();
  }

  /** A number of no sensible size, as JSON writes it. */
  String number(Random random) {
    return number.next(random).value();
  }

  /** A text as a part of a URL. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether a text has a NUL or half a surrogate pair, which no database keeps. */
  static boolean unstorable(String text) {
    return text.indexOf('\0') >= 0
        || text.codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** One of some things. */
  @SafeVarargs
  static <T> T one(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** One of some things. */
  static <T> T one(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
