package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmportal.auth.internal.AuthFixture.PASSWORD;
import static org.crmportal.auth.internal.AuthFixture.email;
import static org.crmportal.auth.internal.Outcomes.assertFails;
import static org.crmportal.auth.internal.Outcomes.assertRefused;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.crmportal.auth.NewRole;
import org.crmportal.auth.NewUser;
import org.crmportal.auth.User;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.record.Creation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UserGuardTest {

  private static AuthFixture auth;

  @BeforeAll
  static void open() {
    auth = new AuthFixture();
  }

  @AfterAll
  static void close() {
    auth.close();
  }

  private final UserServiceImpl users = auth.node.users;

  @Test
  void nobodyGivesARoleThatMayDoMore() {
    var clerk = clerk("clerk-dan", "users:create", "users:update", "users:read", "users:delete");
    var sales = auth.user("dana", "sales");

    assertFails(
        Reason.FORBIDDEN,
        () -> auth.as(clerk, () -> users.create(draft("d1", "admin"), Creation.NEW)));
    assertFails(Reason.FORBIDDEN, () -> change(clerk, clerk.id(), u -> roleOf(u, "admin")));
    assertFails(Reason.FORBIDDEN, () -> change(clerk, sales, u -> named(u, "Dana")));
    assertFails(Reason.FORBIDDEN, () -> change(clerk, auth.admin, u -> named(u, "Mallory")));
    assertFails(Reason.FORBIDDEN, () -> auth.as(clerk, () -> users.resetPassword(auth.admin)));
    assertRefused(Reason.FORBIDDEN, () -> auth.run(clerk, () -> users.delete(auth.admin, null)));
  }

  @Test
  void nobodyEndsTheirOwnAccess() {
    var admin = auth.admin();

    assertConflict("own_account", () -> change(admin, auth.admin, u -> active(u, false)));
    assertConflict("own_account", () -> change(admin, auth.admin, u -> roleOf(u, "sales")));
    assertConflict(
        "own_account",
        () -> {
          auth.run(admin, () -> users.delete(auth.admin, null));
          return 0;
        });
    assertThat(change(admin, auth.admin, u -> named(u, "The Boss")).fullName())
        .isEqualTo("The Boss");
  }

  @Test
  void theLastAdministratorStays() {
    var eve = auth.caller(auth.register("eve", "admin", PASSWORD).user().fullName());
    change(eve, auth.admin, u -> active(u, false));
    try {
      var system = auth.units.callers().system("test");
      assertConflict("last_administrator", () -> change(system, eve.id(), u -> active(u, false)));
      assertConflict("last_administrator", () -> change(system, eve.id(), u -> roleOf(u, "sales")));
      assertConflict(
          "last_administrator",
          () -> {
            auth.run(system, () -> users.delete(eve.id(), null));
            return 0;
          });
    } finally {
      change(eve, auth.admin, u -> active(u, true));
      change(auth.admin(), eve.id(), u -> roleOf(u, "sales"));
    }
  }

  @Test
  void twoAdministratorsCannotRemoveEachOther() throws Exception {
    var fay = auth.user("fay", "admin");
    var threads = Executors.newFixedThreadPool(2);
    try {
      var outcomes =
          threads.invokeAll(
              List.<Callable<Boolean>>of(
                  () -> demoted(auth.admin(), fay),
                  () -> demoted(auth.node.gate.impersonate(fay, AuthFixture.ORIGIN), auth.admin)));
      int demoted = 0;
      for (var each : outcomes) {
        demoted += each.get() ? 1 : 0;
      }
      assertThat(demoted).isEqualTo(1);
    } finally {
      threads.shutdown();
      auth.units
          .database()
          .execute(
              "update users set role_id = case when id = '%s' then '%s'::uuid else '%s' end"
                  .formatted(auth.admin, auth.role("admin"), auth.role("sales")));
      auth.node.cache.drop();
    }
  }

  private static void assertConflict(String kind, java.util.function.Supplier<?> call) {
    assertThat(assertFails(Reason.CONFLICT, call).kind()).isEqualTo(kind);
  }

  private boolean demoted(Caller caller, UUID other) {
    try {
      change(caller, other, u -> roleOf(u, "sales"));
      return true;
    } catch (CrmException e) {
      return false;
    }
  }

  private User change(Caller caller, UUID id, Function<User, NewUser> how) {
    return auth.as(caller, () -> users.update(id, null, how));
  }

  private static Caller clerk(String name, String... permissions) {
    var role =
        auth.as(
            auth.admin(),
            () -> {
              var made = auth.node.roles.create(new NewRole(name, null), Creation.NEW);
              return auth.node.roles.grant(made.id(), null, List.of(permissions));
            });
    auth.make(name, role.id());
    return auth.caller(name);
  }

  private static NewUser draft(String name, String role) {
    return new NewUser(email(name), name, null, auth.role(role), null);
  }

  private static NewUser named(User user, String name) {
    return new NewUser(user.email(), name, user.phone(), user.roleId(), user.isActive());
  }

  private static NewUser active(User user, boolean active) {
    return new NewUser(user.email(), user.fullName(), user.phone(), user.roleId(), active);
  }

  private static NewUser roleOf(User user, String role) {
    return new NewUser(
        user.email(), user.fullName(), user.phone(), auth.role(role), user.isActive());
  }
}
