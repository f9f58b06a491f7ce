package org.crmportal.persistence.internal.records;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;

/**
 * Makes the condition of {@code q=}: every word is somewhere in the record's texts, or, for a run
 * of words that is a telephone number, its digits are.
 */
final class Search {

  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 20;
  private static final int FEWEST_DIGITS = 5;

  /** A number without its country code has at least this many digits. */
  private static final int FEWEST_NATIONAL_DIGITS = 7;

  private static final int LONGEST_COUNTRY_CODE = 3;

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9()/.\\-]*|[()/.\\-]+");
  private static final String PATTERN =
      "'%' || replace(replace(replace(public.crm_search(?::text),"
          + " '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'";

  private Search() {}

  static Sql of(Table<?> table, String q) {
    if (table.type().texts().isEmpty()) {
      throw CrmException.badParameter("q", table.type().name() + " has no text to search");
    }
    if (q.length() > LONGEST || !Checks.storable(q)) {
      throw CrmException.badParameter("q", "must be text of at most " + LONGEST + " characters");
    }
    var words = SPACE.splitAsStream(q).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      throw CrmException.badParameter("q", "must be 1 to " + MOST_WORDS + " words");
    }
    var texts = texts(table);
    var parts = new ArrayList<Sql>();
    for (int from = 0, to; from < words.size(); from = to) {
      to = from + 1;
      while (isPhone(words.get(from)) && to < words.size() && isPhone(words.get(to))) {
        to++;
      }
      parts.add(run(texts, words.subList(from, to)));
    }
    return Sql.all(parts);
  }

  private static boolean isPhone(String word) {
    return PHONE.matcher(word).matches();
  }

  private static Sql run(String texts, List<String> words) {
    var all = new ArrayList<Sql>();
    for (var word : words) {
      all.add(new Sql(texts + " LIKE " + PATTERN, word));
    }
    var ways = new ArrayList<Sql>(List.of(Sql.all(all)));
    for (var digits : isPhone(words.get(0)) ? numbers(words) : List.<String>of()) {
      ways.add(new Sql(texts + " LIKE ?::text", "%" + digits + "%"));
    }
    return Sql.any(ways);
  }

  /** The digits as {@code crm_phone} keeps them, and also without what may be a country code. */
  private static List<String> numbers(List<String> words) {
    var number = String.join("", words).replace("(0)", "");
    var dialled = number.replaceAll("[^0-9]", "");
    var digits = dialled.replaceFirst("^0+", "");
    var numbers = new ArrayList<String>();
    if (digits.length() >= FEWEST_DIGITS) {
      numbers.add(digits);
    }
    if (number.startsWith("+") || dialled.startsWith("00")) {
      for (int code = 1; code <= LONGEST_COUNTRY_CODE; code++) {
        if (digits.length() - code >= FEWEST_NATIONAL_DIGITS) {
          numbers.add(digits.substring(code));
        }
      }
    }
    return numbers;
  }

  /** The text that is searched: a column with an index, or what stands for it without one. */
  private static String texts(Table<?> table) {
    if (table.searchText()) {
      return "t.search_text";
    }
    return table.type().texts().stream()
        .map(name -> table.field(name).sql())
        .map(sql -> sql + ", regexp_replace(" + sql + ", '[^0-9]', '', 'g')")
        .collect(Collectors.joining(", ", "public.crm_search(concat_ws(chr(10), ", "))"));
  }
}
