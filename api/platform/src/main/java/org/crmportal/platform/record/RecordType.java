package org.crmportal.platform.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;

/**
 * What the platform has to know of a kind of record to list, search, guard, import, export, log and
 * document it. A module declares each of its records once; the rest follows from the components of
 * the two Java records.
 *
 * @param <T> the record as it is read: an {@code id} and, where changes are guarded, a {@code
 *     version}; every component is a column
 * @param <N> the draft: the fields that a caller may set; every component is one of {@code T}'s
 */
public final class RecordType<T extends Record, N extends Record> {

  private final RecordTypeBuilder<T, N> parts;
  private final Map<String, Column> columns;
  private final Components<T> records;
  private final Components<N> drafts;

  RecordType(RecordTypeBuilder<T, N> parts) {
    this.parts = parts;
    this.records = new Components<>(parts.type);
    this.drafts = new Components<>(parts.draft);
    this.columns = new LinkedHashMap<>();
    for (var component : parts.type.getRecordComponents()) {
      var name = Column.snakeCase(component.getName());
      columns.put(name, Column.of(component, drafts.has(name), parts.computed.get(name)));
    }
    parts.mentioned().forEach(this::column);
  }

  /**
   * Begins a declaration.
   *
   * @param name the entity type in the singular, e.g. {@code lead}
   */
  public static <T extends Record, N extends Record> RecordTypeBuilder<T, N> of(
      String name, Class<T> type, Class<N> draft) {
    return new RecordTypeBuilder<>(name, type, draft);
  }

  /** The entity type: {@code lead}. */
  public String name() {
    return parts.name;
  }

  /** The table: {@code leads}. */
  public String table() {
    return parts.table;
  }

  /** The path below {@code /api/v1/}: {@code leads}; a child has its parent's in it. */
  public String path() {
    return parts.path;
  }

  /** The permission resource: {@code leads}. */
  public String resource() {
    return parts.resource;
  }

  /** The module that keeps the records: {@code leads}. */
  public String module() {
    return parts.module;
  }

  public Class<T> type() {
    return parts.type;
  }

  public Class<N> draftType() {
    return parts.draft;
  }

  /** Every column in the order of the record's components, by name. */
  public Map<String, Column> columns() {
    return java.util.Collections.unmodifiableMap(columns);
  }

  /**
   * One column.
   *
   * @throws CrmException {@code BAD_REQUEST} if there is none of this name
   */
  public Column column(String name) {
    var column = columns.get(name);
    if (column == null) {
      throw CrmException.badParameter(name, "is not a field of " + parts.name);
    }
    return column;
  }

  /** The columns that hold the users whom a record belongs to, as scopes understand it. */
  public List<String> owners() {
    return parts.owners;
  }

  /** The foreign key and the entity type of the record that this one follows in its scope. */
  public Optional<Parent> parent() {
    return Optional.ofNullable(parts.parent);
  }

  /** The columns that say which record of whatever type this one follows in its scope. */
  public Optional<AnyParent> anyParent() {
    return Optional.ofNullable(parts.anyParent);
  }

  /** The columns by which a person or company is recognised, for types that have any. */
  public Optional<Identity> identity() {
    return Optional.ofNullable(parts.identity);
  }

  /** Whether records are only read: there is no route that creates, changes or deletes one. */
  public boolean readOnly() {
    return parts.readOnly;
  }

  /** The text columns that {@code q=} searches; the table keeps them in {@code search_text}. */
  public List<String> texts() {
    return parts.texts;
  }

  /** The columns that name a record to a person, in order; the first that are not null are used. */
  public List<String> titles() {
    return parts.titles;
  }

  /** The column of the state, if the record has one. */
  public Optional<String> status() {
    return Optional.ofNullable(parts.status);
  }

  /** Columns that change without a new version: what the system derives. ETags cover them too. */
  public Set<String> derived() {
    return parts.derived;
  }

  /** Columns which the server owns but an import may carry. */
  public Set<String> importable() {
    return parts.importable;
  }

  /** Permission actions beyond the standard ones: {@code convert}. */
  public Set<String> actions() {
    return parts.actions;
  }

  /** Whether people see its history: every write makes an activity. */
  public boolean timeline() {
    return parts.timeline;
  }

  /** The column that keeps when people were last in contact, if there is one. */
  public Optional<String> lastContact() {
    return Optional.ofNullable(parts.lastContact);
  }

  /** Whether records are deleted softly. */
  public boolean softDelete() {
    return columns.containsKey("deleted_at");
  }

  /** Whether records have a version. */
  public boolean versioned() {
    return columns.containsKey("version");
  }

  /** Default grants by role: actions that the ERD's roles get when the type is first seen. */
  public Map<String, Set<String>> grants() {
    return parts.grants;
  }

  /** What everyone who is signed in may do, whatever their roles: actions, with their scope. */
  public Set<String> everyone() {
    return parts.everyone;
  }

  /** The id of a record. */
  public UUID id(T record) {
    return (UUID) java.util.Objects.requireNonNull(value(record, "id"));
  }

  /** The version of a record, or 0 where it has none. */
  public long version(T record) {
    return versioned() && value(record, "version") instanceof Long version ? version : 0;
  }

  /** What a person calls the record: its title columns, joined. */
  public String title(T record) {
    return parts.titles.stream()
        .map(name -> value(record, name))
        .filter(java.util.Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  /** The value of a column in a record or in a draft that has it. */
  public @Nullable Object value(Record record, String column) {
    return components(record).value(record, column);
  }

  /** All values of a record, by column. */
  public Map<String, @Nullable Object> values(Record record) {
    return components(record).values(record);
  }

  /** Makes a record from the values of its components, in their order. */
  public T record(@Nullable Object[] values) {
    return records.make(values);
  }

  /** The draft that would leave a record as it is. */
  public N draft(T record) {
    var values = new ArrayList<@Nullable Object>();
    drafts.names().forEach(name -> values.add(value(record, name)));
    return drafts.make(values.toArray());
  }

  /** A draft with what it lacks taken from another one; members of maps are filled alike. */
  public N filled(N draft, N other) {
    var values = new ArrayList<@Nullable Object>();
    for (var name : drafts.names()) {
      var own = drafts.value(draft, name);
      var others = drafts.value(other, name);
      if (own instanceof Map<?, ?> mine && others instanceof Map<?, ?> theirs) {
        var both = new LinkedHashMap<Object, Object>(theirs);
        both.putAll(mine);
        values.add(both);
      } else {
        values.add(own == null ? others : own);
      }
    }
    return drafts.make(values.toArray());
  }

  private Components<?> components(Record record) {
    return record.getClass() == parts.draft ? drafts : records;
  }

  @Override
  public String toString() {
    return parts.name;
  }

  /**
   * The record that another one follows in its scope.
   *
   * @param column the foreign key
   * @param type the parent's entity type, e.g. {@code client}
   */
  public record Parent(String column, String type) {}

  /**
   * The record of any type that another one follows in its scope.
   *
   * @param typeColumn the column with the parent's entity type
   * @param idColumn the column with the parent's id
   */
  public record AnyParent(String typeColumn, String idColumn) {}

  /**
   * The columns by which a person or company is recognised.
   *
   * @param company a company's name, or null; it is compared with types that have one too
   * @param country the country that a company's name is unique in, or null
   */
  public record Identity(
      String email, String phone, @Nullable String company, @Nullable String country) {}
}
