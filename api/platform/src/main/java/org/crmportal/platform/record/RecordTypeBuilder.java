package org.crmportal.platform.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Declares a {@link RecordType}; table, path and resource are the plural unless they are given. */
public final class RecordTypeBuilder<T extends Record, N extends Record> {

  final String name;
  final Class<T> type;
  final Class<N> draft;
  final Map<String, String> computed = new LinkedHashMap<>();
  final Map<String, Set<String>> grants = new LinkedHashMap<>();
  String table;
  String path;
  String resource;
  String module;
  List<String> owners = List.of();
  List<String> texts = List.of();
  List<String> titles = List.of("id");
  Set<String> derived = Set.of();
  Set<String> importable = Set.of();
  Set<String> actions = Set.of();
  Set<String> everyone = Set.of();
  boolean timeline;
  boolean readOnly;
  @Nullable String status;
  @Nullable String lastContact;
  RecordType.@Nullable Parent parent;
  RecordType.@Nullable Identity identity;
  RecordType.@Nullable AnyParent anyParent;

  RecordTypeBuilder(String name, Class<T> type, Class<N> draft) {
    this.name = name;
    this.type = type;
    this.draft = draft;
    this.table = name + "s";
    this.path = table;
    this.resource = table;
    this.module = table;
  }

  /** The module that keeps the records. */
  public RecordTypeBuilder<T, N> module(String module) {
    this.module = module;
    return this;
  }

  /** The table. */
  public RecordTypeBuilder<T, N> table(String table) {
    this.table = table;
    return this;
  }

  /** The path below {@code /api/v1/}. */
  public RecordTypeBuilder<T, N> path(String path) {
    this.path = path;
    return this;
  }

  /** The permission resource. */
  public RecordTypeBuilder<T, N> resource(String resource) {
    this.resource = resource;
    return this;
  }

  /** The columns with the users whom a record belongs to. */
  public RecordTypeBuilder<T, N> owners(String... columns) {
    this.owners = List.of(columns);
    return this;
  }

  /** The record that this one follows: whoever has the parent in scope has this one in scope. */
  public RecordTypeBuilder<T, N> follows(String column, String parentType) {
    this.parent = new RecordType.Parent(column, parentType);
    return this;
  }

  /**
   * The record hangs on a record of any type that has a timeline: whoever may read that one, while
   * it is live and its module runs, may read this one. Reading and creating need no permission of
   * their own then.
   *
   * @param typeColumn the column with the parent's entity type
   * @param idColumn the column with the parent's id
   */
  public RecordTypeBuilder<T, N> followsAny(String typeColumn, String idColumn) {
    this.anyParent = new RecordType.AnyParent(typeColumn, idColumn);
    return this;
  }

  /** Nobody creates, changes or deletes such records by a call: they are only read. */
  public RecordTypeBuilder<T, N> readOnly() {
    this.readOnly = true;
    return this;
  }

  /**
   * The columns by which a person or company is recognised: see {@link Duplicates}.
   *
   * @param email the column of the e-mail address
   * @param phone the column of the phone number; the table has {@code phone_digits} made from it
   */
  public RecordTypeBuilder<T, N> identity(String email, String phone) {
    this.identity = new RecordType.Identity(email, phone, null, null);
    return this;
  }

  /** As {@link #identity(String, String)}, and by a company's name within its country. */
  public RecordTypeBuilder<T, N> identity(
      String email, String phone, String company, String country) {
    this.identity = new RecordType.Identity(email, phone, company, country);
    return this;
  }

  /** The text columns that {@code q=} searches. */
  public RecordTypeBuilder<T, N> texts(String... columns) {
    this.texts = List.of(columns);
    return this;
  }

  /** The columns that name a record to a person. */
  public RecordTypeBuilder<T, N> titles(String... columns) {
    this.titles = List.of(columns);
    return this;
  }

  /** The column of the state. */
  public RecordTypeBuilder<T, N> status(String column) {
    this.status = column;
    return this;
  }

  /** Columns that the system derives: they change without a new version. */
  public RecordTypeBuilder<T, N> derived(String... columns) {
    this.derived = Set.of(columns);
    return this;
  }

  /** A component that is no column: an SQL expression over the table's row {@code t}. */
  public RecordTypeBuilder<T, N> computed(String column, String sql) {
    computed.put(column, sql);
    return this;
  }

  /** Server-owned columns that an import may carry. */
  public RecordTypeBuilder<T, N> importable(String... columns) {
    this.importable = Set.of(columns);
    return this;
  }

  /** Permission actions beyond the standard ones. */
  public RecordTypeBuilder<T, N> actions(String... actions) {
    this.actions = Set.of(actions);
    return this;
  }

  /** Every write makes an activity, and people may add theirs. */
  public RecordTypeBuilder<T, N> timeline() {
    this.timeline = true;
    return this;
  }

  /** The column that keeps when people were last in contact; it is derived. */
  public RecordTypeBuilder<T, N> lastContact(String column) {
    this.lastContact = column;
    return this;
  }

  /** What a role may do when the type is first seen in a database: actions, with their scope. */
  public RecordTypeBuilder<T, N> grant(String role, String... roleActions) {
    grants.put(role, Set.of(roleActions));
    return this;
  }

  /**
   * What everyone who is signed in may do, whatever their roles: actions, with their scope, such as
   * {@code read_own}.
   */
  public RecordTypeBuilder<T, N> everyone(String... everyonesActions) {
    this.everyone = Set.of(everyonesActions);
    return this;
  }

  /**
   * Ends the declaration.
   *
   * @throws org.crmportal.platform.CrmException if a column is named that the record does not have
   */
  public RecordType<T, N> build() {
    return new RecordType<>(this);
  }

  List<String> mentioned() {
    var all = new ArrayList<String>();
    List.of(owners, texts, titles, derived, importable, computed.keySet()).forEach(all::addAll);
    if (status != null) {
      all.add(status);
    }
    if (lastContact != null) {
      all.add(lastContact);
    }
    if (parent != null) {
      all.add(parent.column());
    }
    if (anyParent != null) {
      all.add(anyParent.typeColumn());
      all.add(anyParent.idColumn());
    }
    return all;
  }
}
