package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmportal.auth.internal.AuthFixture.ORIGIN;
import static org.crmportal.auth.internal.AuthFixture.PASSWORD;
import static org.crmportal.auth.internal.Outcomes.assertFails;
import static org.crmportal.auth.internal.Outcomes.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.crmportal.auth.IssuedToken;
import org.crmportal.auth.NewApiToken;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Scope;
import org.crmportal.platform.Violation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiTokenTest {

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
  void aTokenAllowsItsScopesAndNoMore() {
    auth.user("ann", "sales");
    var issued = issue(auth.caller("ann"), "leads:read_own");

    var program = auth.node.gate.authenticate(issued.secret(), ORIGIN);

    assertThat(program.scope("leads", "read")).isEqualTo(Scope.OWN);
    assertThat(program.may("leads:convert")).isFalse();
    assertThat(issued.secret()).startsWith("crm_");
    assertThat(auth.units.ask("select string_agg(token_hash, ' ') from api_tokens"))
        .doesNotContain(issued.secret());
    assertThat(
            auth.units.ask(
                "select changes::text from audit_logs where resource_id = '%s'"
                    .formatted(issued.token().id())))
        .contains("leads:read_own")
        .doesNotContain(issued.secret());
  }

  @Test
  void whatTheUserLosesTheTokenLoses() {
    var bob = auth.user("bob", "sales");
    var token = issue(auth.caller("bob"), "leads:read_own", "leads:convert").secret();
    assertThat(auth.node.gate.authenticate(token, ORIGIN).may("leads:convert")).isTrue();

    auth.units
        .database()
        .execute(
            "update users set role_id = '%s' where id = '%s'".formatted(auth.role("support"), bob));
    auth.node.cache.drop();

    assertThat(auth.node.gate.authenticate(token, ORIGIN).may("leads:convert")).isFalse();
  }

  @Test
  void nobodyGivesATokenMoreThanTheyHave() {
    auth.user("cid", "sales");
    var cid = auth.caller("cid");

    for (var scope : List.of("*:*", "leads:*", "leads:read", "users:create")) {
      assertThat(codes(cid, Instant.now().plusSeconds(60), scope)).containsExactly("not_held");
    }
    assertThat(codes(auth.admin(), Instant.now().plusSeconds(60), "leads:fly"))
        .containsExactly("unknown_permission");
    assertThat(issue(auth.admin(), "leads:*", "*:*").token().scopes()).hasSize(2);
  }

  @Test
  void aTokenEnds() {
    auth.user("dan", "sales");
    var dan = auth.caller("dan");

    assertThat(codes(dan, Instant.now().minusSeconds(1), "leads:create"))
        .containsExactly("in_the_past");
    assertThat(codes(dan, Instant.now().plus(Duration.ofDays(400)), "leads:create"))
        .containsExactly("too_late");
    var token = issue(dan, "leads:create");
    auth.units.database().execute("update api_tokens set expires_at = now()");
    auth.node.cache.drop();
    assertFails(Reason.UNAUTHENTICATED, () -> auth.node.gate.authenticate(token.secret(), ORIGIN));
  }

  @Test
  void aRevokedTokenIsGoneWithTheNextRequest() {
    auth.user("eve", "sales");
    var eve = auth.caller("eve");
    var issued = issue(eve, "leads:create");
    assertThat(auth.node.gate.authenticate(issued.secret(), ORIGIN).name()).isEqualTo("eve");
    assertThat(auth.as(eve, auth.node.tokens::tokens)).hasSize(1);

    auth.run(eve, () -> auth.node.tokens.revoke(issued.token().id()));

    assertFails(Reason.UNAUTHENTICATED, () -> auth.node.gate.authenticate(issued.secret(), ORIGIN));
    assertThat(auth.as(eve, auth.node.tokens::tokens)).isEmpty();
    assertRefused(
        Reason.NOT_FOUND, () -> auth.run(eve, () -> auth.node.tokens.revoke(issued.token().id())));
  }

  @Test
  void aProgramMakesNoTokensAndChangesNoPassword() {
    auth.user("fay", "sales");
    var secret = issue(auth.caller("fay"), "leads:create").secret();
    var program = auth.node.gate.authenticate(secret, ORIGIN);

    assertFails(Reason.FORBIDDEN, () -> issue(program, "leads:create"));
    assertFails(Reason.FORBIDDEN, () -> auth.as(program, auth.node.sessions::sessions));
    assertRefused(
        Reason.FORBIDDEN,
        () -> auth.node.sessions.changePassword(secret, PASSWORD, "blau ist das Meer", ORIGIN));
  }

  @Test
  void nobodyRevokesSomebodyElsesToken() {
    auth.user("gus", "sales");
    auth.user("hal", "sales");
    var issued = issue(auth.caller("gus"), "leads:create");
    var hal = auth.caller("hal");

    assertRefused(
        Reason.NOT_FOUND, () -> auth.run(hal, () -> auth.node.tokens.revoke(issued.token().id())));
  }

  private static IssuedToken issue(Caller caller, String... scopes) {
    // The administrator of the fixture is no sign-in, but a user nevertheless.
    var token = new NewApiToken("test", List.of(scopes), Instant.now().plusSeconds(3_600));
    return auth.as(caller, () -> auth.node.tokens.issue(token));
  }

  private static List<String> codes(Caller caller, Instant expiry, String scope) {
    var token = new NewApiToken("test", List.of(scope), expiry);
    try {
      auth.as(caller, () -> auth.node.tokens.issue(token));
      return List.of();
    } catch (CrmException e) {
      return e.violations().stream().map(Violation::code).toList();
    }
  }
}
