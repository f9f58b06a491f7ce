package org.crmportal.auth.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManagerFactory;
import org.crmportal.auth.NewTeam;
import org.crmportal.auth.Team;
import org.crmportal.auth.TeamService;
import org.crmportal.persistence.Stored;
import org.crmportal.persistence.UnitOfWork;
import org.crmportal.persistence.UnitsOfWork;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.Violation;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules for teams. */
@Component(service = {TeamService.class, RecordService.class})
public final class TeamServiceImpl implements TeamService {

  private static final Stored<Team, TeamEntity> STORED =
      new Stored<>(Team.TYPE, TeamEntity.class, TeamEntity::toTeam);
  private static final String LIVE =
      "select id from users where id = any (?) and deleted_at is null";
  private static final String LEAVE =
      "delete from team_members where team_id = ? and user_id <> all (?)";
  private static final String JOIN =
      """
      insert into team_members (team_id, user_id)
      select ?::uuid, member from unnest(?::uuid[]) member on conflict do nothing
      """;

  private final UnitOfWork work;
  private final Transactions transactions;
  private final Records records;
  private final Journal journal;
  private final Callers callers;
  private final AccessCache cache;
  private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

  @Activate
  public TeamServiceImpl(
      @Reference(target = "(osgi.unit.name=auth)") EntityManagerFactory unit,
      @Reference UnitsOfWork units,
      @Reference Transactions transactions,
      @Reference Records records,
      @Reference Journal journal,
      @Reference Callers callers,
      @Reference AccessCache cache) {
    this.work = units.of(unit);
    this.transactions = transactions;
    this.records = records;
    this.journal = journal;
    this.callers = callers;
    this.cache = cache;
  }

  @Override
  public RecordType<Team, NewTeam> type() {
    return Team.TYPE;
  }

  @Override
  public Team get(UUID id) {
    return records.get(Team.TYPE, id);
  }

  @Override
  public Page<Team> find(ListQuery query) {
    return records.find(Team.TYPE, query);
  }

  @Override
  public Team create(NewTeam draft, Creation how) {
    if (!how.imported() && !callers.current().may("teams:create")) {
      throw CrmException.forbidden("teams:create");
    }
    return work.tx(
        em -> {
          var entity = new TeamEntity(draft, clock.instant());
          em.persist(entity);
          em.flush();
          return journal.created(Team.TYPE, entity.toTeam(), Entry.of(how));
        });
  }

  @Override
  public Team update(UUID id, @Nullable Long version, Function<Team, NewTeam> change) {
    return work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "update");
          var before = read(id);
          var draft = change.apply(before);
          if (draft.equals(Team.TYPE.draft(before))) {
            return before;
          }
          entity.change(draft, clock.instant());
          em.flush();
          return journal.changed(Team.TYPE, before, read(id), Entry.of("updated"));
        });
  }

  @Override
  public Team setMembers(UUID id, @Nullable Long version, Collection<UUID> users) {
    return work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "update");
          var before = read(id);
          var wanted = live(users);
          if (wanted.equals(Set.copyOf(before.members()))) {
            return before;
          }
          transactions.tx(connection -> replace(connection, id, wanted));
          entity.joined(clock.instant());
          em.flush();
          cache.dropAfterCommit();
          var after = read(id);
          journal.audit(
              "members_changed",
              Team.TYPE.name(),
              id,
              Map.of("members", Map.of("before", before.members(), "after", after.members())));
          return after;
        });
  }

  private Set<UUID> live(Collection<@Nullable UUID> users) {
    var wanted = new LinkedHashSet<>(users);
    var asked = wanted.stream().filter(Objects::nonNull).toArray(UUID[]::new);
    var live =
        transactions.tx(
            connection ->
                Set.copyOf(
                    new Sql(LIVE, (Object) asked).list(connection, row -> Sql.id(row, "id"))));
    var missing = new ArrayList<Violation>();
    for (var user : wanted) {
      if (user == null || !live.contains(user)) {
        missing.add(new Violation("", "unknown", "There is no user " + user));
      }
    }
    if (!missing.isEmpty()) {
      throw CrmException.invalid(missing);
    }
    return live;
  }

  private static int replace(Connection connection, UUID team, Set<UUID> members)
      throws SQLException {
    var ids = members.toArray(UUID[]::new);
    return new Sql(LEAVE, team, ids).run(connection) + new Sql(JOIN, team, ids).run(connection);
  }

  @Override
  public void delete(UUID id, @Nullable Long version) {
    work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "delete");
          var before = read(id);
          em.remove(entity);
          em.flush();
          cache.dropAfterCommit();
          return journal.deleted(Team.TYPE, before, Entry.of("deleted"));
        });
  }

  /** A team that was deleted is gone for good. */
  @Override
  public Team restore(UUID id) {
    return get(id);
  }

  /** With its members, whatever the caller may see. */
  private Team read(UUID id) {
    return callers.call(callers.system("auth"), () -> records.get(Team.TYPE, id));
  }
}
