package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmportal.auth.internal.AuthFixture.ORIGIN;
import static org.crmportal.auth.internal.Outcomes.assertFails;
import static org.crmportal.auth.internal.Outcomes.until;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.crmportal.auth.NewRole;
import org.crmportal.auth.NewTeam;
import org.crmportal.auth.NewUser;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.Creation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GateTest {

  private static AuthFixture auth;

  @BeforeAll
  static void open() {
    auth = new AuthFixture();
  }

  @AfterAll
  static void close() {
    auth.close();
  }

  private final Gate gate = auth.node.gate;

  @Test
  void theAdministratorMayDoEverything() {
    var admin = auth.admin();

    assertThat(admin.may("leads:convert")).isTrue();
    assertThat(admin.scope("anything", "delete")).isEqualTo(Scope.ALL);
  }

  @Test
  void aRoleAndTheTeamsDecide() {
    var ann = auth.user("ann", "sales");
    var bob = auth.user("bob", "sales");
    auth.run(
        auth.admin(),
        () -> {
          var team = auth.node.teams.create(new NewTeam("north", null), Creation.NEW);
          auth.node.teams.setMembers(team.id(), null, List.of(ann, bob));
        });

    var caller = auth.caller("ann");

    assertThat(caller.scope("leads", "read")).isEqualTo(Scope.TEAM);
    assertThat(caller.scope("leads", "update")).isEqualTo(Scope.OWN);
    assertThat(caller.scope("users", "read")).isEqualTo(Scope.NONE);
    assertThat(caller.team()).containsExactlyInAnyOrder(ann, bob);
  }

  @Test
  void anInvalidTokenLetsNobodyIn() {
    for (var token : List.of("", "x", "a.b.c", "crm_", "crm_unknown", "crm_\0")) {
      assertFails(Reason.UNAUTHENTICATED, () -> gate.authenticate(token, ORIGIN));
    }
    assertFails(Reason.UNAUTHENTICATED, () -> gate.impersonate(UUID.randomUUID(), ORIGIN));
  }

  @Test
  void aGrantThatIsTakenAwayIsGoneWithTheNextRequest() {
    var role = role("short-lived", "leads:read", "leads:convert");
    make("cid", role);
    var token = auth.signIn("cid").accessToken();
    assertThat(gate.authenticate(token, ORIGIN).may("leads:convert")).isTrue();

    grant(role, "leads:read");

    assertThat(gate.authenticate(token, ORIGIN).may("leads:convert")).isFalse();
    assertThat(gate.authenticate(token, ORIGIN).may("leads:read")).isTrue();
  }

  @Test
  void aDeactivatedUserIsOutWithTheNextRequest() {
    var fay = auth.user("fay", "sales");
    var token = auth.signIn("fay").accessToken();
    var deaf = auth.otherNode();
    assertThat(gate.authenticate(token, ORIGIN).id()).isEqualTo(fay);
    assertThat(deaf.gate.authenticate(token, ORIGIN).id()).isEqualTo(fay);

    active(fay, false);

    assertFails(Reason.UNAUTHENTICATED, () -> gate.authenticate(token, ORIGIN));
    assertThat(until(() -> refused(deaf, token))).isLessThan(Duration.ofSeconds(5));

    active(fay, true);
    assertFails(Reason.UNAUTHENTICATED, () -> gate.authenticate(token, ORIGIN));
    assertThat(auth.caller("fay").id()).isEqualTo(fay);
  }

  private static boolean refused(AuthNode node, String token) {
    try {
      node.gate.authenticate(token, ORIGIN);
      return false;
    } catch (CrmException e) {
      return true;
    }
  }

  private static UUID role(String name, String... permissions) {
    var role =
        auth.as(auth.admin(), () -> auth.node.roles.create(new NewRole(name, null), Creation.NEW));
    grant(role.id(), permissions);
    return role.id();
  }

  private static void grant(UUID role, String... permissions) {
    auth.as(auth.admin(), () -> auth.node.roles.grant(role, null, List.of(permissions)));
  }

  private static void make(String name, UUID role) {
    auth.make(name, role);
  }

  private static void active(UUID id, boolean active) {
    auth.as(
        auth.admin(),
        () ->
            auth.node.users.update(
                id,
                null,
                u -> new NewUser(u.email(), u.fullName(), u.phone(), u.roleId(), active)));
  }
}
