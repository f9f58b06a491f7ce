package org.crmportal.auth.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManagerFactory;
import org.crmportal.auth.NewRole;
import org.crmportal.auth.Permission;
import org.crmportal.auth.Role;
import org.crmportal.auth.RoleService;
import org.crmportal.persistence.Stored;
import org.crmportal.persistence.UnitOfWork;
import org.crmportal.persistence.UnitsOfWork;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
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

/** The rules for roles. */
@Component(service = {RoleService.class, RecordService.class})
public final class RoleServiceImpl implements RoleService {

  private static final Stored<Role, RoleEntity> STORED =
      new Stored<>(Role.TYPE, RoleEntity.class, RoleEntity::toRole);
  private static final String HOLDERS =
      "select count(*) from users where role_id = ? and deleted_at is null";
  private static final String LEAVE =
      "update users set role_id = null where role_id = ? and deleted_at is not null";

  private final UnitOfWork work;
  private final Transactions transactions;
  private final Records records;
  private final Journal journal;
  private final Callers callers;
  private final RoleGrants grants;
  private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

  @Activate
  public RoleServiceImpl(
      @Reference(target = "(osgi.unit.name=auth)") EntityManagerFactory unit,
      @Reference UnitsOfWork units,
      @Reference Transactions transactions,
      @Reference Records records,
      @Reference Journal journal,
      @Reference Callers callers,
      @Reference RoleGrants grants) {
    this.work = units.of(unit);
    this.transactions = transactions;
    this.records = records;
    this.journal = journal;
    this.callers = callers;
    this.grants = grants;
  }

  @Override
  public RecordType<Role, NewRole> type() {
    return Role.TYPE;
  }

  @Override
  public Role get(UUID id) {
    return records.get(Role.TYPE, id);
  }

  @Override
  public Page<Role> find(ListQuery query) {
    return records.find(Role.TYPE, query);
  }

  @Override
  public List<Permission> permissions() {
    return grants.permissions();
  }

  @Override
  public Role create(NewRole draft, Creation how) {
    if (!how.imported() && !callers.current().may("roles:create")) {
      throw CrmException.forbidden("roles:create");
    }
    return work.tx(
        em -> {
          var entity = new RoleEntity(draft, clock.instant());
          em.persist(entity);
          em.flush();
          return journal.created(Role.TYPE, entity.toRole(), Entry.of(how));
        });
  }

  @Override
  public Role update(UUID id, @Nullable Long version, Function<Role, NewRole> change) {
    return work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "update");
          var before = read(id);
          var draft = change.apply(before);
          if (draft.equals(Role.TYPE.draft(before))) {
            return before;
          }
          if (before.isSystem() && !draft.name().equals(before.name())) {
            throw ofTheSystem(before);
          }
          entity.change(draft, clock.instant());
          em.flush();
          return journal.changed(Role.TYPE, before, read(id), Entry.of("updated"));
        });
  }

  @Override
  public Role grant(UUID id, @Nullable Long version, Collection<String> permissions) {
    return work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "update");
          var before = read(id);
          var wanted = grants.known(permissions);
          if (wanted.equals(new TreeSet<>(before.permissions()))) {
            return before;
          }
          if (before.name().equals(Role.ADMIN)) {
            throw ofTheSystem(before);
          }
          var added = new HashSet<>(wanted);
          before.permissions().forEach(added::remove);
          RoleGrants.demand(callers.current(), added);
          grants.replace(id, wanted);
          entity.granted(clock.instant());
          em.flush();
          var after = read(id);
          journal.audit(
              "granted",
              Role.TYPE.name(),
              id,
              Map.of(
                  "permissions",
                  Map.of("before", before.permissions(), "after", after.permissions())));
          return after;
        });
  }

  @Override
  public void delete(UUID id, @Nullable Long version) {
    work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "delete");
          var before = read(id);
          if (before.isSystem()) {
            throw ofTheSystem(before);
          }
          long holders = transactions.tx(connection -> release(connection, id));
          if (holders > 0) {
            throw CrmException.dependants("role", Map.of("users", holders));
          }
          em.remove(entity);
          em.flush();
          return journal.deleted(Role.TYPE, before, Entry.of("deleted"));
        });
  }

  /** How many live users have a role; deleted ones lose it, since they need none. */
  private static long release(Connection connection, UUID role) throws SQLException {
    new Sql(LEAVE, role).run(connection);
    return new Sql(HOLDERS, role).first(connection, row -> row.getLong(1)).orElseThrow();
  }

  /** A role that was deleted is gone for good. */
  @Override
  public Role restore(UUID id) {
    return get(id);
  }

  /** With what it grants, whatever the caller may see. */
  private Role read(UUID id) {
    return callers.call(callers.system("auth"), () -> records.get(Role.TYPE, id));
  }

  private static CrmException ofTheSystem(Role role) {
    return CrmException.conflict(
        "system_role", "The role " + role.name() + " belongs to the product");
  }
}
