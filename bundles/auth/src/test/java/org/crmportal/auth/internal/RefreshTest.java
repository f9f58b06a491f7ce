package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmportal.auth.internal.AuthFixture.ORIGIN;
import static org.crmportal.auth.internal.Outcomes.assertFails;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RefreshTest {

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
  void aRefreshTokenIsGoodForOneNewPair() {
    auth.user("ann", "sales");
    var first = auth.signIn("ann");
    var second = sessions.refresh(first.refreshToken(), ORIGIN);

    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(auth.node.gate.authenticate(second.accessToken(), ORIGIN).name()).isEqualTo("ann");
    assertThat(
            auth.as(auth.node.gate.authenticate(second.accessToken(), ORIGIN), sessions::sessions))
        .hasSize(1);
    assertThat(auth.units.ask("select count(*) from refresh_tokens where token_hash like '%-%'"))
        .isEqualTo("0");
  }

  @Test
  void aUsedTokenEndsItsOwnChainOnly() {
    var bob = auth.user("bob", "sales");
    var device = auth.signIn("bob");
    var otherDevice = auth.signIn("bob");
    var refreshed = sessions.refresh(device.refreshToken(), ORIGIN);

    assertFails(Reason.UNAUTHENTICATED, () -> sessions.refresh(device.refreshToken(), ORIGIN));

    assertFails(Reason.UNAUTHENTICATED, () -> sessions.refresh(refreshed.refreshToken(), ORIGIN));
    assertFails(
        Reason.UNAUTHENTICATED, () -> auth.node.gate.authenticate(refreshed.accessToken(), ORIGIN));
    assertThat(sessions.refresh(otherDevice.refreshToken(), ORIGIN)).isNotNull();
    assertThat(
            auth.units.ask(
                "select count(*) from audit_logs where action = 'refresh_token_reused'"
                    + " and user_id = '%s'".formatted(bob)))
        .isEqualTo("1");
  }

  @Test
  void aTokenIssuedByAClockThatWasAheadIsNotYetGood() {
    var ida = auth.user("ida", "sales");
    var ahead = auth.signIn("ida");
    auth.units
        .database()
        .execute(
            "update refresh_tokens set expires_at = expires_at + interval '1 day'"
                + " where user_id = '%s'".formatted(ida));

    assertFails(Reason.UNAUTHENTICATED, () -> sessions.refresh(ahead.refreshToken(), ORIGIN));

    auth.units
        .database()
        .execute(
            "update refresh_tokens set expires_at = expires_at - interval '1 day'"
                + " where user_id = '%s'".formatted(ida));
    assertThat(sessions.refresh(ahead.refreshToken(), ORIGIN)).isNotNull();
  }

  @Test
  void oneOfManyRefreshesAtOnceWins() throws Exception {
    auth.user("cid", "sales");
    var token = auth.signIn("cid").refreshToken();
    var threads = Executors.newFixedThreadPool(8);
    try {
      var all =
          threads.invokeAll(
              IntStream.range(0, 16).<Callable<Boolean>>mapToObj(i -> () -> wins(token)).toList());
      int won = 0;
      for (var each : all) {
        won += each.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void signingOutEndsTheSessionAtOnce() {
    auth.user("dan", "sales");
    var signIn = auth.signIn("dan");

    sessions.signOut(signIn.refreshToken(), ORIGIN);

    assertFails(
        Reason.UNAUTHENTICATED, () -> auth.node.gate.authenticate(signIn.accessToken(), ORIGIN));
    assertFails(Reason.UNAUTHENTICATED, () -> sessions.refresh(signIn.refreshToken(), ORIGIN));
  }

  @Test
  void anAccessTokenAlsoEndsItsSession() {
    auth.user("eve", "sales");
    var signIn = auth.signIn("eve");

    sessions.endSession(signIn.accessToken(), ORIGIN);
    sessions.endSession("rubbish", ORIGIN);
    sessions.signOut("rubbish", ORIGIN);

    assertFails(Reason.UNAUTHENTICATED, () -> sessions.refresh(signIn.refreshToken(), ORIGIN));
  }

  @Test
  void neitherAnExpiredNorAnUnknownTokenIsGood() {
    var fay = auth.user("fay", "sales");
    var signIn = auth.signIn("fay");
    auth.units
        .database()
        .execute("update refresh_tokens set expires_at = now() where user_id = '" + fay + "'");

    assertFails(Reason.UNAUTHENTICATED, () -> sessions.refresh(signIn.refreshToken(), ORIGIN));
    assertFails(Reason.UNAUTHENTICATED, () -> sessions.refresh("", ORIGIN));
    assertFails(Reason.UNAUTHENTICATED, () -> sessions.refresh("\0", ORIGIN));
  }

  @Test
  void aDeactivatedUserRefreshesNothing() {
    var gus = auth.user("gus", "sales");
    var signIn = auth.signIn("gus");
    auth.units.database().execute("update users set is_active = false where id = '" + gus + "'");

    assertFails(Reason.UNAUTHENTICATED, () -> sessions.refresh(signIn.refreshToken(), ORIGIN));
  }

  private boolean wins(String token) {
    try {
      sessions.refresh(token, ORIGIN);
      return true;
    } catch (CrmException e) {
      return false;
    }
  }
}
