package org.crmportal.jobs.internal.csv;

import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.job.CsvImport;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** Keeps what a row says as a record: a new one, or the one that its key finds. */
final class RowWriter<T extends Record, N extends Record> {

  private static final String METADATA = "metadata";

  private final RecordService<T, N> service;
  private final RecordType<T, N> type;
  private final CsvImport how;
  private final Drafts<N> drafts;
  private final IdentityHashMap<RowValues, N> checked = new IdentityHashMap<>();

  RowWriter(RecordService<T, N> service, CsvImport how) {
    this.service = service;
    this.type = service.type();
    this.how = how;
    this.drafts = new Drafts<>(type.draftType());
  }

  /** Adds what the draft of a new record finds wrong, so that a row tells all at once. */
  void check(RowValues values) {
    if (how.key() == null) {
      try {
        checked.put(values, drafts.of(fields(values, Map.of())));
      } catch (CrmException e) {
        values.addAll(e.violations());
      }
    }
  }

  /** The drafts of rows that were found right and will be new records. */
  List<N> drafts(List<RowValues> rows) {
    return rows.stream().map(checked::get).filter(draft -> draft != null).toList();
  }

  /**
   * Keeps a row.
   *
   * @throws CrmException if the service or the draft refuses it
   */
  void write(RowValues values) {
    var there = how.key() == null ? Optional.<UUID>empty() : find(values, how.key());
    if (there.isPresent()) {
      service.update(there.get(), null, now -> changed(now, values), how.allowDuplicate());
    } else {
      var known = checked.get(values);
      var draft = known == null ? drafts.of(fields(values, Map.of())) : known;
      service.create(draft, Creation.imported(how.allowDuplicate(), values.history));
    }
  }

  private N changed(T now, RowValues values) {
    values.history.forEach(
        (field, value) -> {
          if (!value.equals(type.value(now, field))) {
            throw CrmException.invalid(
                field, "read_only", "can be given only when the record is created");
          }
        });
    return drafts.of(fields(values, type.values(type.draft(now))));
  }

  private Map<String, @Nullable Object> fields(
      RowValues values, Map<String, ? extends @Nullable Object> before) {
    var fields = new LinkedHashMap<String, @Nullable Object>(before);
    fields.putAll(values.fields);
    if (!values.metadata.isEmpty()) {
      var metadata = new LinkedHashMap<Object, Object>();
      if (before.get(METADATA) instanceof Map<?, ?> known) {
        metadata.putAll(known);
      }
      metadata.putAll(values.metadata);
      fields.put(METADATA, metadata);
    }
    return fields;
  }

  private Optional<UUID> find(RowValues values, String key) {
    var value = key(values, key);
    if (value == null || value.equals("null")) {
      throw CrmException.invalid(key, "required", "must not be empty: it is the key");
    }
    var found = service.find(ListQuery.ALL.where(key, value).limit(2)).items();
    if (found.size() > 1) {
      throw CrmException.invalid(key, "ambiguous", "is that of more than one " + type.name());
    }
    return found.stream().findFirst().map(type::id);
  }

  /** The key as the record would have it: a draft may write an address or a name in its own way. */
  private @Nullable String key(RowValues values, String key) {
    if (key.startsWith(METADATA + ".")) {
      return text(values.metadata.get(key.substring(METADATA.length() + 1)));
    }
    try {
      return text(type.value(drafts.of(fields(values, Map.of())), key));
    } catch (CrmException | IllegalArgumentException e) {
      return text(values.fields.getOrDefault(key, values.history.get(key)));
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : Objects.toString(value, null);
  }
}
