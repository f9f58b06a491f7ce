package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmportal.auth.internal.AuthFixture.PASSWORD;
import static org.crmportal.auth.internal.AuthFixture.email;
import static org.crmportal.auth.internal.Outcomes.assertFails;

import java.util.UUID;
import java.util.function.Function;
import org.crmportal.auth.Colleague;
import org.crmportal.auth.NewAccount;
import org.crmportal.auth.NewUser;
import org.crmportal.auth.User;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Violation;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UserServiceTest {

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
  void aUserCanBeReadBackWithoutThePassword() {
    var registered = auth.register("ann", "sales", PASSWORD);
    var user = registered.user();

    assertThat(registered.password()).isNull();
    assertThat(auth.as(auth.admin(), () -> users.get(user.id()))).isEqualTo(user);
    assertThat(user.role()).isEqualTo("sales");
    assertThat(user.isActive()).isTrue();
    assertThat(user.passwordChangeRequired()).isFalse();
    assertThat(User.TYPE.columns()).doesNotContainKeys("password", "password_hash");
    assertThat(auth.units.ask("select string_agg(changes::text, '') from audit_logs"))
        .contains("ann@crm.example")
        .doesNotContain("argon2", PASSWORD);
  }

  @Test
  void anAddressIsTakenWhateverItsCase() {
    auth.user("bob", "sales");

    assertFails(Reason.CONFLICT, () -> register("BOB@CRM.example", "sales", PASSWORD));
  }

  @Test
  void badFieldsAreNamedAllAtOnce() {
    var failure =
        assertFails(Reason.INVALID, () -> new NewAccount("bob@", " ", null, null, null, null));
    assertThat(failure.violations())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder("email", "full_name", "role_id");
    assertFails(Reason.INVALID, () -> register("weak@crm.example", "sales", "password123"));
    assertFails(
        Reason.INVALID,
        () ->
            auth.as(
                auth.admin(),
                () ->
                    users.register(
                        new NewAccount(
                            "x@crm.example", "x", null, UUID.randomUUID(), null, PASSWORD))));
  }

  @Test
  void nobodyMakesAUserWithoutThePermission() {
    auth.user("cid", "manager");
    var cid = auth.caller("cid");

    assertFails(
        Reason.FORBIDDEN,
        () -> auth.as(cid, () -> users.create(draft("x", "sales"), Creation.NEW)));
  }

  @Test
  void aDeletedUsersAddressIsFreeAndComesBack() {
    var gus = auth.user("gus", "sales");
    auth.run(auth.admin(), () -> users.delete(gus, null));

    assertFails(Reason.NOT_FOUND, () -> auth.as(auth.admin(), () -> users.get(gus)));
    assertFails(Reason.UNAUTHENTICATED, () -> auth.signIn("gus"));
    var other = auth.user("gus", "sales");
    assertFails(Reason.CONFLICT, () -> auth.as(auth.admin(), () -> users.restore(gus)));

    auth.run(auth.admin(), () -> users.delete(other, null));
    var restored = auth.as(auth.admin(), () -> users.restore(gus));
    assertThat(restored.email()).isEqualTo(email("gus"));
    assertThat(restored.deletedAt()).isNull();
    assertThat(auth.caller("gus").id()).isEqualTo(gus);
  }

  @Test
  void anOldVersionIsRefused() {
    var hal = auth.register("hal", "sales", PASSWORD).user();
    var changed = change(auth.admin(), hal.id(), u -> named(u, "Hal"));

    assertThat(changed.version()).isGreaterThan(hal.version());
    assertFails(
        Reason.STALE,
        () ->
            auth.as(
                auth.admin(), () -> users.update(hal.id(), hal.version(), u -> named(u, "Al"))));
    assertThat(change(auth.admin(), hal.id(), u -> named(u, "Hal"))).isEqualTo(changed);
  }

  @Test
  void everyoneMayLookUpColleagues() {
    var ida = auth.user("ida", "support");
    var gone = auth.user("ivo", "support");
    change(auth.admin(), gone, u -> active(u, false));
    var query = ListQuery.ALL.sortedBy("full_name").where("role", "support");

    var page = auth.as(auth.caller("ida"), () -> users.directory(query));

    assertThat(page.items()).containsExactly(new Colleague(ida, "ida", "support"));
    assertThat(auth.as(auth.caller("ida"), () -> users.directory(query.search("ID"))).items())
        .hasSize(1);
    assertFails(Reason.UNAUTHENTICATED, () -> users.directory(query));
  }

  private User change(Caller caller, UUID id, Function<User, NewUser> how) {
    return auth.as(caller, () -> users.update(id, null, how));
  }

  private static User register(String email, String role, String password) {
    var account = new NewAccount(email, "x", null, auth.role(role), null, password);
    return auth.as(auth.admin(), () -> auth.node.users.register(account)).user();
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
}
