package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a proxy says about its callers, and what a caller says who would like to be one. */
class BehindAProxyIT {

  private final CrmServer server = CrmServer.shared();
  private final Balancer proxy = new Balancer(List.of(server.address()));
  private final Api admin = server.admin().at(proxy.address());

  @AfterEach
  void close() {
    proxy.close();
  }

  @Test
  void aProxyThatTakesHttpsMakesTheCookieSecure() {
    var answer =
        server
            .api()
            .at(proxy.address())
            .post(
                "/auth/login",
                Map.of(
                    "email",
                    CrmNode.ADMIN_EMAIL,
                    "password",
                    CrmNode.ADMIN_PASSWORD,
                    "cookie",
                    true));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Set-Cookie")).contains("; Secure").contains("; HttpOnly");
  }

  @Test
  void aLocationLeadsThroughTheProxy() {
    var answer = admin.post("/leads", Fixture.lead());

    assertThat(answer.header("Location")).isEqualTo("/api/v1/leads/" + answer.text("id"));
  }

  @Test
  void nobodyChoosesTheAddressInTheAuditTrail() {
    var caller = admin.with("X-Forwarded-For", "203.0.113.7").with("Forwarded", "for=203.0.113.7");
    var lead = Fixture.created(caller, "/leads", Fixture.lead()).get("id").asText();

    var row = admin.get("/audit-logs?resource_id=" + lead).json().get("items").get(0);
    assertThat(row.get("ip_address").asText()).isEqualTo("127.0.0.1");
  }
}
