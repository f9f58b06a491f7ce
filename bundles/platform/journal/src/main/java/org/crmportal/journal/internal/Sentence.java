package org.crmportal.journal.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** What happened, as a person would say it. */
final class Sentence {

  private Sentence() {}

  /** "Lead was merged". */
  static String of(RecordType<?, ?> type, String action) {
    return capital(words(type.name())) + " was " + words(action);
  }

  /** "Lead Jane Doe was converted". */
  static <T extends Record> String of(RecordType<T, ?> type, T record, String action) {
    var noun = words(type.name());
    return capital(noun) + " " + type.title(record) + " was " + words(action);
  }

  /** "Status changed from new to contacted", "Changed phone and company name". */
  static String of(RecordType<?, ?> type, Changes changes) {
    var status = changes.status();
    if (status != null) {
      var name = capital(words(type.status().orElseThrow()));
      return name + " changed from " + value(status.before()) + " to " + value(status.after());
    }
    return "Changed " + list(changes.byPeople().stream().map(Sentence::words).toList());
  }

  private static String list(List<String> words) {
    var last = words.size() - 1;
    return words.size() < 2
        ? String.join("", words)
        : words.stream().limit(last).collect(Collectors.joining(", ")) + " and " + words.get(last);
  }

  private static String value(@Nullable Object value) {
    return value == null ? "nothing" : words(Json.text(value));
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
