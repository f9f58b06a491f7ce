package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmportal.auth.internal.AuthFixture.ORIGIN;
import static org.crmportal.auth.internal.AuthFixture.PASSWORD;
import static org.crmportal.auth.internal.AuthFixture.email;
import static org.crmportal.auth.internal.Outcomes.assertFails;
import static org.crmportal.auth.internal.Outcomes.assertRefused;

import java.util.Objects;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Violation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PasswordChangeTest {

  private static final String CHANGED = "blau ist das Meer";

  private static AuthFixture auth;

  @BeforeAll
  static void open() {
    auth = new AuthFixture();
  }

  @AfterAll
  static void close() {
    auth.close();
  }

  private final SessionServiceImpl sessions = auth.node.sessions;

  @Test
  void aChangedPasswordCountsAndEndsTheOtherSessions() {
    auth.user("ann", "sales");
    var mine = auth.signIn("ann");
    var other = auth.signIn("ann");

    sessions.changePassword(mine.accessToken(), PASSWORD, CHANGED, ORIGIN);

    assertThat(auth.node.gate.authenticate(mine.accessToken(), ORIGIN).name()).isEqualTo("ann");
    assertFails(
        Reason.UNAUTHENTICATED, () -> auth.node.gate.authenticate(other.accessToken(), ORIGIN));
    assertFails(Reason.UNAUTHENTICATED, () -> sessions.refresh(other.refreshToken(), ORIGIN));
    assertFails(Reason.UNAUTHENTICATED, () -> sessions.signIn(email("ann"), PASSWORD, ORIGIN));
    assertThat(sessions.signIn(email("ann"), CHANGED, ORIGIN)).isNotNull();
  }

  @Test
  void aGeneratedPasswordMustBeChangedBeforeAnythingElse() {
    var generated = Objects.requireNonNull(auth.register("bob", "sales", null).password());
    var token = sessions.signIn(email("bob"), generated, ORIGIN).accessToken();

    var refused = assertFails(Reason.FORBIDDEN, () -> auth.node.gate.authenticate(token, ORIGIN));
    assertThat(refused.kind()).isEqualTo("password_change_required");
    assertThat(sessions.account(token, ORIGIN).passwordChangeRequired()).isTrue();

    sessions.changePassword(token, generated, CHANGED, ORIGIN);

    assertThat(auth.node.gate.authenticate(token, ORIGIN).name()).isEqualTo("bob");
    assertThat(auth.otherNode().gate.authenticate(token, ORIGIN).name()).isEqualTo("bob");
  }

  @Test
  void theCurrentPasswordIsDemandedAndGuessingItIsCounted() {
    auth.user("cid", "sales");
    var token = auth.signIn("cid").accessToken();
    for (int i = 0; i < 5; i++) {
      assertRefused(Reason.INVALID, () -> sessions.changePassword(token, "wrong", CHANGED, ORIGIN));
    }

    assertRefused(Reason.TOO_MANY, () -> sessions.changePassword(token, PASSWORD, CHANGED, ORIGIN));
    assertThat(auth.audited("password_change_failed")).isEqualTo(5);
  }

  @Test
  void aBadPasswordIsRefused() {
    auth.user("dan", "sales");
    var token = auth.signIn("dan").accessToken();

    for (var bad : new String[] {"short", PASSWORD, email("dan")}) {
      var failure =
          assertRefused(
              Reason.INVALID, () -> sessions.changePassword(token, PASSWORD, bad, ORIGIN));
      assertThat(failure.violations()).extracting(Violation::field).containsExactly("new_password");
    }
  }

  @Test
  void anAdministratorResetsAPassword() {
    var eve = auth.user("eve", "sales");
    var before = auth.signIn("eve");

    var reset = auth.as(auth.admin(), () -> auth.node.users.resetPassword(eve));

    assertThat(reset.user().passwordChangeRequired()).isTrue();
    assertFails(
        Reason.UNAUTHENTICATED, () -> auth.node.gate.authenticate(before.accessToken(), ORIGIN));
    var generated = Objects.requireNonNull(reset.password());
    assertThat(sessions.signIn(email("eve"), generated, ORIGIN)).isNotNull();
    assertThat(auth.audited("password_reset")).isEqualTo(1);
  }

  @Test
  void nobodyResetsTheirOwnPasswordWithoutKnowingIt() {
    assertFails(
        Reason.CONFLICT,
        () -> auth.as(auth.admin(), () -> auth.node.users.resetPassword(auth.admin)));
  }
}
