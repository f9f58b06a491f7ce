package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who did what: RULES, For every record; API, /audit-logs. */
class AuditIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void aChangeIsKeptWithWhoBeforeAfterAndFromWhere() {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    var id = lead.get("id").asText();
    var answer =
        admin
            .with("User-Agent", "Test/1")
            .with("X-Request-Id", Fixture.unique("request-"))
            .patch("/leads/" + id, Map.of("company", "Changed"));

    var row = newest("resource_id=" + id);
    assertThat(row.get("action").asText()).isEqualTo("updated");
    assertThat(row.get("resource_type").asText()).isEqualTo("lead");
    assertThat(row.get("user_id").asText()).isEqualTo(admin.get("/auth/me").text("id"));
    assertThat(row.get("actor_name").asText()).isNotBlank();
    assertThat(row.get("ip_address").asText()).isEqualTo("127.0.0.1");
    assertThat(row.get("user_agent").asText()).isEqualTo("Test/1");
    assertThat(row.get("request_id").asText()).isEqualTo(answer.header("X-Request-Id"));
    var company = row.get("changes").get("company");
    assertThat(company.get("before")).isEqualTo(lead.get("company"));
    assertThat(company.get("after").asText()).isEqualTo("Changed");
    assertThat(row.get("changes").has("first_name")).isFalse();
    assertThat(row.get("changes").has("version")).isFalse();
  }

  @Test
  void aRefusedCallLeavesNoTrace() {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    var id = lead.get("id").asText();
    admin.patch("/leads/" + id, Map.of("status", "converted"));
    admin.patch("/leads/" + id, Map.of("company", lead.get("company").asText()));

    assertThat(newest("resource_id=" + id).get("action").asText()).isEqualTo("created");
  }

  @Test
  void theTrailIsFilteredLikeEveryList() {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    var id = lead.get("id").asText();
    var filter = "&filter=created_at=ge=2026-01-01T00:00:00Z;resource_type==lead";

    assertThat(items("resource_id=" + id + filter)).hasSize(1);
    assertThat(items("resource_id=" + id + "&action=deleted")).isEmpty();
    assertThat(admin.get("/audit-logs?nonsense=1").status()).isEqualTo(400);
  }

  @Test
  void nobodyWritesIt() {
    var row = "/audit-logs/" + newest("action=created").get("id").asText();

    assertThat(admin.post("/audit-logs", Map.of()).status()).isEqualTo(405);
    assertThat(admin.patch(row, Map.of("action", "x")).status()).isEqualTo(405);
    assertThat(admin.delete(row).status()).isEqualTo(405);
    assertThat(admin.get(row).status()).isEqualTo(200);
  }

  @Test
  void onlyWhoMayReadItDoes() {
    assertThat(Fixture.user(server, "manager").get("/audit-logs").status()).isEqualTo(403);
    assertThat(server.api().get("/audit-logs").status()).isEqualTo(401);
  }

  @Test
  void aPasswordIsNeverInIt() {
    Fixture.user(server, "sales");

    assertThat(admin.get("/audit-logs?resource_type=user&limit=200").body())
        .doesNotContain("a password of ten")
        .doesNotContain("argon2");
  }

  private JsonNode newest(String filter) {
    return items(filter).get(0);
  }

  private JsonNode items(String filter) {
    var answer = admin.get("/audit-logs?" + filter);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().get("items");
  }
}
