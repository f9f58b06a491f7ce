package org.crmportal.portal.internal.pages;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.crmportal.platform.portal.ColumnKind;
import org.crmportal.platform.portal.RecordPage;
import org.crmportal.platform.record.Column;
import org.crmportal.platform.record.RecordType;
import org.crmportal.portal.internal.pages.ColumnView.Choice;
import org.jspecify.annotations.Nullable;

/** What is known of a page's columns: from the record type, its draft, and the page itself. */
final class Columns {

  private static final int LINE = 500;
  private static final Set<String> USERS = Set.of("created_by", "assigned_to");
  private static final Map<Class<?>, ColumnKind> KINDS =
      Map.ofEntries(
          Map.entry(int.class, ColumnKind.INTEGER),
          Map.entry(Integer.class, ColumnKind.INTEGER),
          Map.entry(long.class, ColumnKind.INTEGER),
          Map.entry(Long.class, ColumnKind.INTEGER),
          Map.entry(BigDecimal.class, ColumnKind.DECIMAL),
          Map.entry(boolean.class, ColumnKind.BOOLEAN),
          Map.entry(Boolean.class, ColumnKind.BOOLEAN),
          Map.entry(UUID.class, ColumnKind.TEXT),
          Map.entry(LocalDate.class, ColumnKind.DATE),
          Map.entry(Instant.class, ColumnKind.TIMESTAMP));

  private final RecordPage page;
  private final RecordType<?, ?> type;
  private final DraftFacts draft;

  Columns(RecordPage page) {
    this.page = page;
    this.type = page.type();
    this.draft = new DraftFacts(type.draftType());
  }

  List<ColumnView> in(Wording wording) {
    return type.columns().values().stream().map(column -> view(column, wording)).toList();
  }

  private ColumnView view(Column column, Wording wording) {
    var name = column.name();
    var kind = kind(column);
    boolean settable = column.settable() && !type.readOnly();
    return new ColumnView(
        name,
        wording.column(type.name(), name),
        kind,
        settable,
        settable && draft.required(name),
        draft.length(name),
        kind == ColumnKind.ENUM ? choices(column, wording) : null,
        kind == ColumnKind.REFERENCE ? reference(column) : null,
        kind != ColumnKind.JSON,
        wording.optional(type.name() + "." + name + ".help"));
  }

  private ColumnKind kind(Column column) {
    var given = page.kinds().get(column.name());
    if (given != null) {
      return given;
    }
    if (reference(column) != null) {
      return ColumnKind.REFERENCE;
    }
    if (column.type().isEnum()) {
      return ColumnKind.ENUM;
    }
    return column.type() == String.class
        ? text(column.name())
        : KINDS.getOrDefault(column.type(), ColumnKind.JSON);
  }

  private ColumnKind text(String name) {
    var identity = type.identity();
    if (draft.email(name) || identity.filter(each -> each.email().equals(name)).isPresent()) {
      return ColumnKind.EMAIL;
    }
    if (name.equals("phone") || identity.filter(each -> each.phone().equals(name)).isPresent()) {
      return ColumnKind.PHONE;
    }
    var length = draft.length(name);
    return length != null && length > LINE ? ColumnKind.LONG_TEXT : ColumnKind.TEXT;
  }

  private @Nullable String reference(Column column) {
    var name = column.name();
    var given = page.references().get(name);
    if (given != null || column.type() != UUID.class || name.equals("id")) {
      return given;
    }
    var parent = type.parent();
    if (parent.isPresent() && parent.get().column().equals(name)) {
      return parent.get().type();
    }
    return USERS.contains(name) || type.owners().contains(name) ? "user" : null;
  }

  private List<Choice> choices(Column column, Wording wording) {
    return values(column)
        .map(
            value -> {
              var key = column.name() + "." + value;
              var label = wording.text(type.name() + "." + key, value);
              return new Choice(value, label, page.tones().get(key));
            })
        .toList();
  }

  /** What an enumeration may be, as the API writes it. */
  static Stream<String> values(Column column) {
    return Arrays.stream(column.type().getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
  }
}
