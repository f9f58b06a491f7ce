package org.crmportal.auth.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crmportal.auth.Access.Tie;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Scope;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordTypes;
import org.crmportal.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds what binds a record to a user: owner columns of it and of the records that it follows. */
@Component(service = Ties.class)
public final class Ties {

  private static final int LONGEST_CHAIN = 8;
  private static final String SHARED_TEAM =
      """
      select t.name from teams t
      join team_members one on one.team_id = t.id and one.user_id = ?
      join team_members other on other.team_id = t.id and other.user_id = ?
      order by t.name limit 1
      """;

  private final Transactions transactions;
  private final Callers callers;
  private final Records records;
  private final RecordTypes types;

  @Activate
  public Ties(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Records records,
      @Reference RecordTypes types) {
    this.transactions = transactions;
    this.callers = callers;
    this.records = records;
    this.types = types;
  }

  /** The ties, the record's own first. */
  List<Tie> of(UserAccess user, RecordType<?, ?> type, UUID id) {
    var ties = new ArrayList<Tie>();
    collect(user, type, id, ties, 0);
    return ties;
  }

  private <T extends Record> void collect(
      UserAccess user, RecordType<T, ?> type, UUID id, List<Tie> ties, int depth) {
    T record;
    try {
      record = callers.call(callers.system("access"), () -> records.get(type, id));
    } catch (CrmException e) {
      // A parent may be deleted; then it binds nobody.
      return;
    }
    for (var column : type.owners()) {
      if (type.value(record, column) instanceof UUID holder) {
        tie(user, type, id, column, holder).ifPresent(ties::add);
      }
    }
    type.parent()
        .filter(parent -> depth < LONGEST_CHAIN)
        .ifPresent(parent -> follow(user, type, record, parent, ties, depth));
  }

  private <T extends Record> void follow(
      UserAccess user,
      RecordType<T, ?> type,
      T record,
      RecordType.Parent parent,
      List<Tie> ties,
      int depth) {
    if (type.value(record, parent.column()) instanceof UUID key) {
      types
          .named(parent.type())
          .ifPresent(service -> collect(user, service.type(), key, ties, depth + 1));
    }
  }

  private Optional<Tie> tie(
      UserAccess user, RecordType<?, ?> type, UUID id, String column, UUID holder) {
    if (holder.equals(user.id())) {
      return Optional.of(new Tie(Scope.OWN, type.name(), id, column, holder, null));
    }
    return user.team().contains(holder)
        ? Optional.of(new Tie(Scope.TEAM, type.name(), id, column, holder, team(user.id(), holder)))
        : Optional.empty();
  }

  private String team(UUID one, UUID other) {
    return transactions
        .read(
            connection ->
                new Sql(SHARED_TEAM, one, other).first(connection, row -> row.getString(1)))
        .orElse("");
  }
}
