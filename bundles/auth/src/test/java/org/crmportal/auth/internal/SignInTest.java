package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crmportal.auth.internal.AuthFixture.ORIGIN;
import static org.crmportal.auth.internal.AuthFixture.PASSWORD;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.crmportal.auth.NewUser;
import org.crmportal.auth.Session;
import org.crmportal.auth.User;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {

  private final AuthFixture auth = new AuthFixture();
  private final SessionServiceImpl sessions = auth.node.sessions;

  @AfterEach
  void close() {
    auth.close();
  }

  @Test
  void aUserSignsInAndIsKnownByTheToken() {
    auth.user("ann", "sales");

    var signIn = sessions.signIn(" ANN@crm.example ", PASSWORD, ORIGIN);
    var caller = auth.node.gate.authenticate(signIn.accessToken(), ORIGIN);

    assertThat(caller.name()).isEqualTo("ann");
    assertThat(caller.may("leads:convert")).isTrue();
    assertThat(signIn.account().permissions()).contains("leads:read_own").doesNotContain("*:*");
    assertThat(signIn.account().lastLoginAt()).isNotNull();
    assertThat(auth.audited("signed_in")).isEqualTo(1);
  }

  @Test
  void aSignInDoesNotChangeTheVersion() {
    var ann = auth.user("ann", "sales");

    var before = auth.as(auth.admin(), () -> auth.node.users.get(ann));
    auth.signIn("ann");
    var after = auth.as(auth.admin(), () -> auth.node.users.get(ann));

    assertThat(after.version()).isEqualTo(before.version());
    assertThat(after.updatedAt()).isEqualTo(before.updatedAt());
    assertThat(after.lastLoginAt()).isNotNull();
  }

  @Test
  void whateverIsWrongTheWordsAreTheSame() {
    var ann = auth.user("ann", "sales");
    var unknown = failure("nobody@crm.example", PASSWORD);
    var wrong = failure("ann@crm.example", "wrong");
    deactivate(ann);
    var inactive = failure("ann@crm.example", PASSWORD);

    assertThat(unknown).isEqualTo(wrong).isEqualTo(inactive);
    assertThat(auth.audited("sign_in_failed")).isEqualTo(3);
    assertThat(auth.units.ask("select string_agg(changes::text, '') from audit_logs"))
        .doesNotContain("wrong", "nobody@crm.example")
        .contains("ann@crm.example");
  }

  @Test
  void manyMaySignInAtOnce() throws Exception {
    auth.user("ann", "sales");
    var threads = Executors.newFixedThreadPool(16);
    try {
      var all =
          threads.invokeAll(
              IntStream.range(0, 10)
                  .<Callable<Object>>mapToObj(i -> () -> auth.signIn("ann"))
                  .toList());
      for (var each : all) {
        assertThat(each.get()).isNotNull();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(auth.as(auth.caller("ann"), sessions::sessions)).hasSize(11);
  }

  @Test
  void sessionsAreListedAndRevoked() {
    auth.user("ann", "sales");
    var other = auth.signIn("ann").accessToken();
    var mine = auth.caller("ann");

    var list = auth.as(mine, sessions::sessions);
    assertThat(list).hasSize(2).extracting(Session::address).containsOnly("192.0.2.7");
    assertThat(list).extracting(Session::current).containsExactlyInAnyOrder(true, false);
    auth.as(
        mine,
        () -> {
          sessions.revoke(list.stream().filter(s -> !s.current()).findFirst().orElseThrow().id());
          return 0;
        });

    assertThatThrownBy(() -> auth.node.gate.authenticate(other, ORIGIN))
        .isInstanceOf(CrmException.class);
    assertThat(auth.as(mine, sessions::sessions)).hasSize(1);
    assertThat(auth.audited("session_revoked")).isEqualTo(1);
  }

  @Test
  void nobodyRevokesSomebodyElsesSession() {
    auth.user("ann", "sales");
    auth.user("bob", "sales");
    var ann = auth.caller("ann");
    var bob = auth.caller("bob");
    var anns = auth.as(ann, sessions::sessions).get(0).id();

    assertThatThrownBy(
            () ->
                auth.as(
                    bob,
                    () -> {
                      sessions.revoke(anns);
                      return 0;
                    }))
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
  }

  private String failure(String email, String password) {
    try {
      sessions.signIn(email, password, ORIGIN);
      return "signed in";
    } catch (CrmException e) {
      return e.reason() + e.kind() + e.getMessage() + e.details() + e.violations();
    }
  }

  private User deactivate(java.util.UUID id) {
    return auth.as(
        auth.admin(),
        () ->
            auth.node.users.update(
                id,
                null,
                user -> new NewUser(user.email(), user.fullName(), null, user.roleId(), false)));
  }
}
