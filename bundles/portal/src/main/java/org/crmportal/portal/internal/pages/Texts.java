package org.crmportal.portal.internal.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** The texts that a bundle has for the portal, by language. */
final class Texts {

  /** The languages of the portal; the first one stands in for what another one lacks. */
  static final List<String> LANGUAGES = List.of("en", "de");

  private static final String FILE = "OSGI-INF/l10n/portal";

  private final Map<String, Properties> byLanguage = new HashMap<>();

  private Texts() {}

  static Texts of(Bundle bundle) {
    var texts = new Texts();
    for (var language : LANGUAGES) {
      var file = FILE + (language.equals(LANGUAGES.get(0)) ? "" : "_" + language);
      var url = bundle.getEntry(file + ".properties");
      var properties = new Properties();
      if (url != null) {
        try (var reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      texts.byLanguage.put(language, properties);
    }
    return texts;
  }

  /** The text of a key, in the first language if this one has none. */
  Optional<String> find(String language, String key) {
    var own = byLanguage.getOrDefault(language, new Properties()).getProperty(key);
    return Optional.ofNullable(
        own == null ? byLanguage.get(LANGUAGES.get(0)).getProperty(key) : own);
  }

  /**
   * The language that a call wants.
   *
   * @param asked what its query says, or null
   * @param accepted the header {@code Accept-Language}, or null
   * @throws CrmException {@code BAD_REQUEST} if the query names none of the portal's
   */
  static String language(@Nullable String asked, @Nullable String accepted) {
    if (asked != null) {
      if (!LANGUAGES.contains(asked)) {
        throw CrmException.badParameter("language", "must be one of " + LANGUAGES);
      }
      return asked;
    }
    return accepted == null ? LANGUAGES.get(0) : preferred(accepted);
  }

  private static String preferred(String accepted) {
    try {
      var found = Locale.lookupTag(Locale.LanguageRange.parse(accepted), LANGUAGES);
      return found == null ? LANGUAGES.get(0) : found;
    } catch (IllegalArgumentException e) {
      // What cannot be read asks for nothing in particular.
      return LANGUAGES.get(0);
    }
  }

  /** A name as it reads best without a text: {@code first_name} as {@code First name}. */
  static String humanised(String name) {
    var words = name.replaceFirst("_(id|at)$", "").replaceAll("[_-]+", " ").strip();
    return words.isEmpty()
        ? name
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
