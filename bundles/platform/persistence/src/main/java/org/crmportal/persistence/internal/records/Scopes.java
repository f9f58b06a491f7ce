package org.crmportal.persistence.internal.records;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordType.AnyParent;
import org.crmportal.platform.record.RecordType.Parent;
import org.jspecify.annotations.Nullable;

/** Makes the one predicate that says which records of a type an action of a caller reaches. */
final class Scopes {

  /** Nobody declares longer chains of records that follow each other, unless in a circle. */
  private static final int LONGEST_CHAIN = 8;

  private static final Pattern ROW = Pattern.compile("\\bt\\.");

  private final KnownTypes types;

  Scopes(KnownTypes types) {
    this.types = types;
  }

  /**
   * What the caller may read of a type, over its row {@code t}.
   *
   * @throws CrmException {@code FORBIDDEN} if there is no read permission of any scope
   */
  Sql readable(RecordType<?, ?> type, Caller caller) {
    var parent = type.anyParent();
    if (parent.isPresent()) {
      return anyParent(parent.get(), caller);
    }
    return reached(type, demanded(type, caller, "read"), caller);
  }

  /**
   * What the caller may see of the deleted records of a type: what they may both read and delete.
   *
   * @throws CrmException {@code FORBIDDEN} without a permission of any scope for both
   */
  Sql deleted(RecordType<?, ?> type, Caller caller) {
    var readable = readable(type, caller);
    return readable.and(reached(type, demanded(type, caller, "delete"), caller));
  }

  /** What an action of a scope reaches of a type, over its row {@code t}. */
  Sql reached(RecordType<?, ?> type, Scope scope, Caller caller) {
    return reached(type, scope, caller, 0);
  }

  /** The widest scope in which the caller, or everyone, may do something. */
  static Scope scope(RecordType<?, ?> type, Caller caller, String action) {
    var own = caller.scope(type.resource(), action);
    var everyone =
        type.everyone().contains(action)
            ? Scope.ALL
            : type.everyone().contains(action + "_team")
                ? Scope.TEAM
                : type.everyone().contains(action + "_own") ? Scope.OWN : Scope.NONE;
    return own.compareTo(everyone) >= 0 ? own : everyone;
  }

  private static Scope demanded(RecordType<?, ?> type, Caller caller, String action) {
    var scope = scope(type, caller, action);
    if (scope == Scope.NONE) {
      throw CrmException.forbidden(type.resource() + ":" + action);
    }
    return scope;
  }

  private Sql reached(RecordType<?, ?> type, Scope scope, Caller caller, int depth) {
    if (scope == Scope.ALL) {
      return new Sql("TRUE");
    }
    var ways = new ArrayList<Sql>();
    if (scope != Scope.NONE && depth < LONGEST_CHAIN) {
      for (var owner : type.owners()) {
        ways.add(owned(column(type, owner, depth), scope, caller));
      }
      type.parent().ifPresent(parent -> follow(type, parent, scope, caller, depth, ways));
    }
    return Sql.any(ways);
  }

  private static Sql owned(String column, Scope scope, Caller caller) {
    return scope == Scope.TEAM
        ? new Sql(column + " = ANY(?::uuid[])", Sql.array(caller.team()))
        : new Sql(column + " = ?::uuid", text(caller.id()));
  }

  private void follow(
      RecordType<?, ?> type, Parent by, Scope scope, Caller caller, int depth, List<Sql> ways) {
    // A parent that this node has never seen lets nobody in.
    types
        .known(by.type())
        .map(
            parent ->
                exists(parent, depth + 1, column(type, by.column(), depth))
                    .and(reached(parent, scope, caller, depth + 1))
                    .add(")"))
        .ifPresent(ways::add);
  }

  private Sql anyParent(AnyParent by, Caller caller) {
    var ways = new ArrayList<Sql>();
    for (var parent : types.running()) {
      var scope = scope(parent, caller, "read");
      if (!parent.timeline() || scope == Scope.NONE) {
        continue;
      }
      var column = "t." + Table.checked(by.typeColumn());
      var way = new Sql("(" + column + " = ? AND ", parent.name());
      way.add(exists(parent, 1, "t." + Table.checked(by.idColumn())));
      if (parent.softDelete()) {
        way.add(" AND p1.deleted_at IS NULL");
      }
      ways.add(way.and(reached(parent, scope, caller, 1)).add("))"));
    }
    return Sql.any(ways);
  }

  private static Sql exists(RecordType<?, ?> parent, int depth, String key) {
    var row = row(depth);
    return new Sql(
        "EXISTS (SELECT FROM "
            + Table.quoted(parent)
            + " "
            + row
            + " WHERE "
            + row
            + ".id = "
            + key);
  }

  private static String column(RecordType<?, ?> type, String name, int depth) {
    var sql = type.column(name).sql();
    return sql == null
        ? row(depth) + "." + Table.checked(name)
        : "(" + ROW.matcher(sql).replaceAll(row(depth) + ".") + ")";
  }

  private static String row(int depth) {
    return depth == 0 ? "t" : "p" + depth;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
