package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crmportal.auth.internal.AuthFixture.ORIGIN;
import static org.crmportal.auth.internal.AuthFixture.PASSWORD;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginFailuresTest {

  private static final Origin ELSEWHERE = new Origin("192.0.2.8", "other", "test");

  private final AuthFixture auth = new AuthFixture();
  private final SessionServiceImpl sessions = auth.node.sessions;

  @AfterEach
  void close() {
    auth.close();
  }

  @Test
  void fiveFailuresOfAUserFromAnAddressAreTooMany() {
    auth.user("ann", "sales");
    for (int i = 0; i < 5; i++) {
      assertFails(Reason.UNAUTHENTICATED, "ann@crm.example", "wrong", ORIGIN);
    }

    assertFails(Reason.TOO_MANY, "ann@crm.example", PASSWORD, ORIGIN);
    assertFails(Reason.TOO_MANY, " Ann@CRM.example", PASSWORD, ORIGIN);
    assertThat(sessions.signIn("ann@crm.example", PASSWORD, ELSEWHERE)).isNotNull();
    assertThatThrownBy(() -> auth.otherNode().sessions.signIn("ann@crm.example", "x", ORIGIN))
        .isInstanceOfSatisfying(
            CrmException.class,
            e -> assertThat((Long) e.details().get("retry_after")).isBetween(1L, 30L));
  }

  @Test
  void failuresCountedByAClockThatWasAheadKeepNobodyOut() {
    auth.user("ann", "sales");
    for (int i = 0; i < 5; i++) {
      assertFails(Reason.UNAUTHENTICATED, "ann@crm.example", "wrong", ORIGIN);
    }
    auth.units
        .database()
        .execute(
            "update login_failures set blocked_until = blocked_until + interval '1 day',"
                + " last_failure_at = last_failure_at + interval '1 day'");

    assertThat(sessions.signIn("ann@crm.example", PASSWORD, ORIGIN)).isNotNull();
  }

  @Test
  void nobodyLearnsFromTheCountWhoHasAnAccount() {
    for (int i = 0; i < 5; i++) {
      assertFails(Reason.UNAUTHENTICATED, "nobody@crm.example", "wrong", ORIGIN);
    }
    assertFails(Reason.TOO_MANY, "nobody@crm.example", "wrong", ORIGIN);
  }

  @Test
  void thePauseGrowsAndASuccessEndsIt() {
    auth.user("ann", "sales");
    for (int i = 0; i < 5; i++) {
      assertFails(Reason.UNAUTHENTICATED, "ann@crm.example", "wrong", ORIGIN);
    }
    auth.units.database().execute("update login_failures set blocked_until = now()");
    assertFails(Reason.UNAUTHENTICATED, "ann@crm.example", "wrong", ORIGIN);
    assertThat(
            auth.units.ask(
                "select round(extract(epoch from blocked_until - last_failure_at))"
                    + " from login_failures"))
        .isEqualTo("60");

    auth.units.database().execute("update login_failures set blocked_until = now()");
    sessions.signIn("ann@crm.example", PASSWORD, ORIGIN);
    assertThat(auth.units.ask("select count(*) from login_failures")).isEqualTo("0");
  }

  @Test
  void guessesInParallelCannotOutrunTheCount() throws Exception {
    auth.user("ann", "sales");
    var threads = Executors.newFixedThreadPool(16);
    try {
      var all =
          threads.invokeAll(
              IntStream.range(0, 20)
                  .<Callable<Reason>>mapToObj(i -> () -> reason("ann@crm.example", "wrong"))
                  .toList());
      long compared = 0;
      for (var each : all) {
        compared += each.get() == Reason.UNAUTHENTICATED ? 1 : 0;
      }
      assertThat(compared).isBetween(5L, 4L + Runtime.getRuntime().availableProcessors());
    } finally {
      threads.shutdown();
    }
  }

  private void assertFails(Reason reason, String email, String password, Origin origin) {
    assertThatThrownBy(() -> sessions.signIn(email, password, origin))
        .isInstanceOfSatisfying(CrmException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private Reason reason(String email, String password) {
    try {
      sessions.signIn(email, password, ORIGIN);
      return Reason.CONFLICT;
    } catch (CrmException e) {
      return e.reason();
    }
  }
}
