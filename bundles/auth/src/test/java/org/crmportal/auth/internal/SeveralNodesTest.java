package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmportal.auth.internal.AuthFixture.ORIGIN;
import static org.crmportal.auth.internal.Outcomes.until;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.crmportal.auth.NewRole;
import org.crmportal.persistence.internal.Notices;
import org.crmportal.platform.record.Creation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What another node knows of a change. */
class SeveralNodesTest {

  private static AuthFixture auth;

  @BeforeAll
  static void open() {
    auth = new AuthFixture();
  }

  @AfterAll
  static void close() {
    auth.close();
  }

  @Test
  void anotherNodeHearsOfItAtOnce() {
    var role = role("heard", "leads:convert");
    make("dan", role);
    var token = auth.signIn("dan").accessToken();
    var other = auth.otherNode();
    var notices = new Notices(auth.units.database().dataSource());
    notices.add(new AccessListener(other.cache));
    try {
      until(
          () ->
              auth.units
                  .ask("select 1 from pg_stat_activity where query ilike 'listen%'")
                  .equals("1"));
      assertThat(other.gate.authenticate(token, ORIGIN).may("leads:convert")).isTrue();

      grant(role);

      assertThat(until(() -> !other.gate.authenticate(token, ORIGIN).may("leads:convert")))
          .isLessThan(Duration.ofSeconds(2));
    } finally {
      notices.close();
    }
  }

  @Test
  void theListenerComesBackAfterItsConnectionWasLost() {
    var other = auth.otherNode();
    var notices = new Notices(auth.units.database().dataSource());
    notices.add(new AccessListener(other.cache));
    var listening = "select count(*) from pg_stat_activity where query ilike 'listen%'";
    try {
      until(() -> !auth.units.ask(listening).equals("0"));
      auth.units
          .database()
          .execute(
              "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%'");
      until(() -> !auth.units.ask(listening).equals("0"));
    } finally {
      notices.close();
    }
  }

  @Test
  void anotherNodeKnowsWithinFiveSecondsEvenIfTheMessageIsLost() {
    var role = role("unheard", "leads:convert");
    make("eve", role);
    var token = auth.signIn("eve").accessToken();
    var deaf = auth.otherNode();
    assertThat(deaf.gate.authenticate(token, ORIGIN).may("leads:convert")).isTrue();

    grant(role);

    assertThat(until(() -> !deaf.gate.authenticate(token, ORIGIN).may("leads:convert")))
        .isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aSessionThatBeganOnOneNodeIsKnownOnTheOthers() {
    auth.user("gus", "sales");
    var other = auth.otherNode();
    var first = auth.signIn("gus").accessToken();
    assertThat(other.gate.authenticate(first, ORIGIN).name()).isEqualTo("gus");

    var second = auth.signIn("gus").accessToken();

    assertThat(other.gate.authenticate(second, ORIGIN).name()).isEqualTo("gus");
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
}
