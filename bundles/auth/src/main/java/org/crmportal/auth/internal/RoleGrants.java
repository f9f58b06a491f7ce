package org.crmportal.auth.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.crmportal.auth.Permission;
import org.crmportal.auth.Role;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.Violation;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What roles grant, and that nobody gives away more than they have. */
@Component(service = RoleGrants.class)
public final class RoleGrants {

  private static final String ROLE = "select name from roles where id = ?";
  private static final String OF =
      """
      select p.resource || ':' || p.action from role_permissions rp
      join permissions p on p.id = rp.permission_id where rp.role_id = ?
      """;
  private static final String ALL =
      "select id, resource, action, description from permissions order by resource, action";
  private static final String TAKE =
      """
      delete from role_permissions using permissions p where p.id = permission_id
        and role_id = ? and p.resource || ':' || p.action <> all (?)
      """;
  private static final String GIVE =
      """
      insert into role_permissions (role_id, permission_id)
      select ?::uuid, id from permissions where resource || ':' || action = any (?)
      on conflict do nothing
      """;
  private static final String LOCK_ADMIN =
      "select id from roles where name = 'admin' for no key update";
  private static final String OTHER_ADMINS =
      """
      select count(*) from users u join roles r on r.id = u.role_id
      where r.name = 'admin' and u.is_active and u.deleted_at is null and u.id <> ?
      """;

  private final Transactions transactions;
  private final AccessCache cache;

  @Activate
  public RoleGrants(@Reference Transactions transactions, @Reference AccessCache cache) {
    this.transactions = transactions;
    this.cache = cache;
  }

  List<Permission> permissions() {
    return transactions.read(
        connection ->
            new Sql(ALL)
                .list(
                    connection,
                    row ->
                        new Permission(
                            Sql.id(row, "id"),
                            row.getString("resource"),
                            row.getString("action"),
                            row.getString("description"))));
  }

  /** Replaces what a role grants. */
  void replace(UUID role, Collection<String> wanted) {
    var names = wanted.toArray(String[]::new);
    transactions.tx(
        connection ->
            new Sql(TAKE, role, names).run(connection)
                + new Sql(GIVE, role, names).run(connection));
    cache.dropAfterCommit();
  }

  /**
   * Checks the permissions that a role shall have.
   *
   * @throws CrmException {@code INVALID} naming each that does not exist
   */
  SortedSet<String> known(Collection<@Nullable String> wanted) {
    var all = new TreeSet<String>();
    permissions().forEach(each -> all.add(each.resource() + ":" + each.action()));
    var unknown = new ArrayList<Violation>();
    var known = new TreeSet<String>();
    for (var each : wanted) {
      if (each != null && all.contains(each)) {
        known.add(each);
      } else {
        unknown.add(new Violation("", "unknown_permission", "There is no permission " + each));
      }
    }
    if (!unknown.isEmpty()) {
      throw CrmException.invalid(unknown);
    }
    return known;
  }

  /**
   * Refuses a caller who would give away more than they have.
   *
   * @throws CrmException {@code FORBIDDEN} naming the first permission that is too much
   */
  static void demand(Caller caller, Collection<String> permissions) {
    for (var each : permissions) {
      if (Grants.wider(each).noneMatch(caller::may)) {
        throw CrmException.forbidden(each);
      }
    }
  }

  /**
   * Refuses a role that is not there, or that may do more than the caller.
   *
   * @throws CrmException {@code INVALID} or {@code FORBIDDEN}
   */
  void demandRole(Caller caller, UUID role) {
    if (name(role).isEmpty()) {
      throw CrmException.invalid("role_id", "unknown", "There is no role " + role);
    }
    demand(caller, of(role));
  }

  /** Refuses a caller who would act on somebody whose role may do more. */
  void demandOver(Caller caller, @Nullable UUID role) {
    if (role != null) {
      demand(caller, of(role));
    }
  }

  /**
   * Refuses to take away the last active administrator. Two who try it on each other at once are
   * put one after the other.
   *
   * @throws CrmException {@code CONFLICT}
   */
  void keepAnotherAdministrator(UUID user, @Nullable UUID role) {
    if (role != null && name(role).filter(Role.ADMIN::equals).isPresent()) {
      long others = transactions.tx(connection -> otherAdministrators(connection, user));
      if (others == 0) {
        throw CrmException.conflict("last_administrator", "This is the last active administrator");
      }
    }
  }

  private static long otherAdministrators(Connection connection, UUID user) throws SQLException {
    new Sql(LOCK_ADMIN).first(connection, row -> row);
    return new Sql(OTHER_ADMINS, user).first(connection, row -> row.getLong(1)).orElseThrow();
  }

  private Optional<String> name(UUID role) {
    return transactions.read(
        connection -> new Sql(ROLE, role).first(connection, row -> row.getString(1)));
  }

  private List<String> of(UUID role) {
    return transactions.read(
        connection -> new Sql(OF, role).list(connection, row -> row.getString(1)));
  }
}
