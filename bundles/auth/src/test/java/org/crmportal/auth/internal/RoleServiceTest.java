package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmportal.auth.internal.Outcomes.assertFails;
import static org.crmportal.auth.internal.Outcomes.assertRefused;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmportal.auth.NewRole;
import org.crmportal.auth.Role;
import org.crmportal.auth.Team;
import org.crmportal.auth.User;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Scope;
import org.crmportal.platform.Violation;
import org.crmportal.platform.record.Creation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoleServiceTest {

  private static AuthFixture auth;

  @BeforeAll
  static void open() {
    auth = new AuthFixture();
  }

  @AfterAll
  static void close() {
    auth.close();
  }

  private final RoleServiceImpl roles = auth.node.roles;

  @Test
  void aRoleShowsWhatItGrants() {
    var role = role("r1");

    var granted = grant(role.id(), "leads:read_own", "leads:create");

    assertThat(granted.permissions()).containsExactly("leads:create", "leads:read_own");
    assertThat(granted.version()).isGreaterThan(role.version());
    assertThat(grant(role.id(), "leads:create", "leads:read_own")).isEqualTo(granted);
    assertThat(grant(role.id()).permissions()).isEmpty();
    assertThat(
            auth.units.ask(
                "select string_agg(changes::text, '') from audit_logs where action = 'granted'"))
        .contains("leads:read_own");
  }

  @Test
  void anUnknownPermissionIsNamed() {
    var role = role("r2");

    var failure = assertFails(Reason.INVALID, () -> grant(role.id(), "leads:fly", "leads:read"));

    assertThat(failure.violations())
        .extracting(Violation::message)
        .containsExactly("There is no permission leads:fly");
    assertFails(
        Reason.INVALID,
        () ->
            auth.as(
                auth.admin(),
                () -> roles.grant(role.id(), null, Arrays.asList("leads:read", null))));
  }

  @Test
  void theAdministratorsRoleStaysAsItIs() {
    var admin = auth.role("admin");

    assertFails(Reason.CONFLICT, () -> grant(admin, "leads:read"));
    assertFails(
        Reason.CONFLICT,
        () ->
            auth.as(auth.admin(), () -> roles.update(admin, null, r -> new NewRole("boss", null))));
    assertRefused(Reason.CONFLICT, () -> auth.run(auth.admin(), () -> roles.delete(admin, null)));
  }

  @Test
  void nobodyGrantsMoreThanTheyHave() {
    var clerks = role("clerks");
    grant(clerks.id(), "roles:read", "roles:update", "leads:read_team");
    auth.make("ann", clerks.id());
    var ann = auth.caller("ann");
    var other = role("r3");

    assertFails(
        Reason.FORBIDDEN,
        () -> auth.as(ann, () -> roles.grant(other.id(), null, List.of("leads:read"))));
    assertFails(
        Reason.FORBIDDEN, () -> auth.as(ann, () -> roles.grant(clerks.id(), null, List.of("*:*"))));
    var granted = auth.as(ann, () -> roles.grant(other.id(), null, List.of("leads:read_own")));
    assertThat(granted.permissions()).containsExactly("leads:read_own");
  }

  @Test
  void aRoleInUseIsNotDeleted() {
    var role = role("r4");
    var bob = auth.make("bob", role.id());

    var failure =
        assertRefused(
            Reason.CONFLICT, () -> auth.run(auth.admin(), () -> roles.delete(role.id(), null)));
    assertThat(failure.details()).containsEntry("dependants", Map.of("users", 1L));

    auth.run(auth.admin(), () -> auth.node.users.delete(bob, null));
    auth.run(auth.admin(), () -> roles.delete(role.id(), null));
    assertFails(Reason.NOT_FOUND, () -> auth.as(auth.admin(), () -> roles.get(role.id())));
  }

  @Test
  void aNameIsTakenOnce() {
    role("r5");

    assertFails(Reason.CONFLICT, () -> role("r5"));
  }

  @Test
  void whatAModuleDeclaresIsAddedOnceAndGrantedOnce() {
    var declarations =
        new PermissionDeclarations(
            auth.units.transactions(), auth.node.cache, auth.units.database().dataSource());
    var actions = Set.of("read", "read_own", "fly");
    var grants = Map.of("sales", Set.of("read_own", "fly"), "nobody", Set.of("read"));

    declarations.declare("robots", actions, grants);
    auth.user("fay", "sales");
    assertThat(auth.caller("fay").scope("robots", "read")).isEqualTo(Scope.OWN);
    auth.units
        .database()
        .execute(
            "delete from role_permissions using permissions p where p.id = permission_id"
                + " and p.resource = 'robots' and p.action = 'fly'");
    declarations.declare("robots", Set.of("read", "read_own", "fly", "swim"), grants);
    declarations.close();

    assertThat(auth.caller("fay").may("robots:fly")).isFalse();
    assertThat(roles.permissions())
        .filteredOn(p -> p.resource().equals("robots"))
        .extracting(p -> p.action())
        .containsExactly("fly", "read", "read_own", "swim");
  }

  @Test
  void aTypeDeclaresWhatCanBeGranted() {
    assertThat(PermissionDeclarations.actions(User.TYPE))
        .contains("create", "read", "read_team", "update_own", "delete", "import", "export");
    assertThat(PermissionDeclarations.actions(Team.TYPE))
        .contains("read", "update")
        .doesNotContain("read_own", "read_team");
  }

  private Role role(String name) {
    return auth.as(auth.admin(), () -> roles.create(new NewRole(name, null), Creation.NEW));
  }

  private Role grant(UUID id, String... permissions) {
    return auth.as(auth.admin(), () -> roles.grant(id, null, List.of(permissions)));
  }
}
