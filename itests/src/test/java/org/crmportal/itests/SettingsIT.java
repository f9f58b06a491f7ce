package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every company has settings: RULES, For every record; API, /settings. */
class SettingsIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void aChangeIsKeptValidatedVersionedAndAudited() {
    var before = admin.get("/settings");
    assertThat(before.status()).isEqualTo(200);
    var name = Fixture.unique("Company ");
    var change = Map.of("name", name, "tax_rates", List.of(Map.of("name", "Standard", "rate", 20)));
    var after = admin.with("If-Match", before.header("ETag")).patch("/settings", change);

    assertThat(after.status()).as(after.toString()).isEqualTo(200);
    assertThat(after.text("name")).isEqualTo(name);
    assertThat(after.body()).contains("{\"name\":\"Standard\",\"rate\":20.00}");
    assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    assertThat(admin.get("/settings").body()).isEqualTo(after.body());
    assertThat(admin.with("If-Match", before.header("ETag")).patch("/settings", change).status())
        .isEqualTo(412);
    assertThat(admin.with("If-None-Match", after.header("ETag")).get("/settings").status())
        .isEqualTo(304);
    assertThat(admin.get("/audit-logs?resource_type=settings&limit=1").body()).contains(name);
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    var answer =
        admin.patch(
            "/settings",
            Map.of(
                "base_currency",
                "KWD",
                "time_zone",
                "Mars/Base",
                "payment_days",
                1000,
                "logo",
                "data:text/html;base64,AAAA",
                "numbering_prefixes",
                Map.of("invoice", "much too long a prefix"),
                "version",
                1000,
                "shoe_size",
                43));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors"))
        .extracting(error -> error.get("field").asText())
        .containsExactlyInAnyOrder(
            "base_currency",
            "time_zone",
            "payment_days",
            "logo",
            "numbering_prefixes.invoice",
            "version",
            "shoe_size");
  }

  @Test
  void aFieldThatIsTakenAwayHasItsDefaultAgain() {
    admin.patch("/settings", Map.of("base_currency", "USD", "time_zone", "Europe/Vienna"));
    var answer = admin.patch("/settings", "{\"base_currency\": null, \"time_zone\": null}");

    assertThat(answer.text("base_currency")).isEqualTo("EUR");
    assertThat(answer.text("time_zone")).isEqualTo("UTC");
  }

  @Test
  void financeReadsThemAndOnlyTheAdministratorChangesThem() {
    var finance = Fixture.user(server, "finance");

    assertThat(finance.get("/settings").status()).isEqualTo(200);
    assertThat(finance.patch("/settings", Map.of("name", "Mine")).status()).isEqualTo(403);
    assertThat(Fixture.user(server, "sales").get("/settings").status()).isEqualTo(403);
    assertThat(server.api().get("/settings").status()).isEqualTo(401);
    assertThat(admin.post("/settings", Map.of()).status()).isEqualTo(405);
    assertThat(admin.delete("/settings").status()).isEqualTo(405);
  }
}
