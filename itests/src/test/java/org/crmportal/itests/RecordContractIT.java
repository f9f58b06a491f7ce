package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shapes of API.md, on leads: what every record has without code of its own. */
class RecordContractIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void numbersTimesAndNullsAreWrittenInFull() {
    var fields = Fixture.lead();
    fields.put("estimated_value", 1234.5);
    fields.put("expected_close_date", "2026-11-22");
    var answer = admin.post("/leads", fields);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).contains("\"estimated_value\":1234.50", "\"phone\":null");
    assertThat(answer.body()).contains("\"expected_close_date\":\"2026-11-22\"");
    assertThat(answer.text("created_at"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    assertThat(answer.header("Location")).endsWith("/api/v1/leads/" + answer.text("id"));
  }

  @Test
  void anETagSavesAnAnswerAndGuardsAChange() {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    var read = admin.get(path(lead));
    var tag = read.header("ETag");
    assertThat(admin.with("If-None-Match", tag).get(path(lead)).status()).isEqualTo(304);
    var changed = admin.with("If-Match", tag).patch(path(lead), Map.of("company", "Other"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isNotEqualTo(tag);
    assertThat(admin.with("If-Match", tag).patch(path(lead), Map.of("company", "X")).status())
        .isEqualTo(412);
    assertThat(admin.with("If-Match", tag).delete(path(lead)).status()).isEqualTo(412);
    assertThat(admin.get(path(lead)).text("company")).isEqualTo("Other");
  }

  @Test
  void everyViolationIsNamedAtOnce() {
    var answer =
        admin.post(
            "/leads",
            Map.of("last_name", "X", "email", "nobody", "score", "many", "shoe_size", 43));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    var fields = new ArrayList<String>();
    answer.json().get("errors").forEach(error -> fields.add(error.get("field").asText()));
    assertThat(fields).contains("first_name", "email", "score", "shoe_size");
  }

  @Test
  void whatTheServerOwnsMayComeBackUnchanged() {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    assertThat(admin.patch(path(lead), lead).status()).isEqualTo(200);
    var answer = admin.patch(path(lead), Map.of("created_at", "2001-01-01T00:00:00.000000Z"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").get(0).get("field").asText()).isEqualTo("created_at");
  }

  @Test
  void aMergePatchSetsClearsAndMerges() {
    var fields = Fixture.lead();
    fields.put("metadata", Map.of("colour", "red", "size", 3));
    var lead = Fixture.created(admin, "/leads", fields);
    var answer =
        admin.patch(
            path(lead),
            "{\"company\": null, \"metadata\": {\"size\": null, \"shape\": \"round\"}}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("company").isNull()).isTrue();
    assertThat(answer.json().get("metadata").toString())
        .contains("red", "round")
        .doesNotContain("size");
  }

  @Test
  void aListIsPagedWithEachRowOnce() {
    var company = Fixture.unique("Paged ");
    for (int i = 0; i < 7; i++) {
      var fields = Fixture.lead();
      fields.put("company", company);
      Fixture.created(admin, "/leads", fields);
    }
    var list = "/leads?company=" + encoded(company) + "&limit=3&sort=last_name&count=true";
    var ids = new HashSet<String>();
    var page = admin.get(list).json();
    assertThat(page.get("total").asInt()).isEqualTo(7);
    page.get("items").forEach(item -> ids.add(id(item)));
    while (!page.get("next_cursor").isNull()) {
      page = admin.get(list + "&cursor=" + encoded(page.get("next_cursor").asText())).json();
      page.get("items").forEach(item -> assertThat(ids.add(id(item))).isTrue());
    }
    assertThat(ids).hasSize(7);
  }

  @Test
  void aCursorIsBoundToItsQuery() {
    Fixture.created(admin, "/leads", Fixture.lead());
    Fixture.created(admin, "/leads", Fixture.lead());
    var cursor = encoded(admin.get("/leads?limit=1").text("next_cursor"));
    assertThat(admin.get("/leads?limit=1&cursor=" + cursor).status()).isEqualTo(200);
    assertThat(admin.get("/leads?limit=1&status=new&cursor=" + cursor).status()).isEqualTo(400);
    assertThat(admin.get("/leads?limit=1&cursor=x" + cursor).status()).isEqualTo(400);
  }

  @Test
  void whatAListDoesNotKnowIsA400ThatNamesIt() {
    var wrong =
        List.of(
            "shoe_size=43",
            "score=many",
            "status=asleep",
            "limit=0",
            "limit=201",
            "sort=shoe_size",
            "filter=score=ge=",
            "filter=shoe_size==43");
    for (var query : wrong) {
      var answer =
          admin.get("/leads?" + query.replace("filter=", "filter=").replace("==", "%3D%3D"));
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.body())
          .as(query)
          .contains(query.contains("shoe") ? "shoe_size" : query.substring(0, 5));
    }
  }

  @Test
  void fiqlAndSearchFindWhatTheyShould() {
    var fields = Fixture.lead();
    var word = Fixture.unique("Zoë");
    fields.put("first_name", word);
    fields.put("phone", "+49 (30) 55 66 77 88");
    var lead = Fixture.created(admin, "/leads", fields);
    var plain = word.replace("ë", "e").toLowerCase(java.util.Locale.ROOT);
    assertThat(ids(admin.get("/leads?q=" + encoded(plain)))).containsExactly(id(lead));
    assertThat(ids(admin.get("/leads?q=" + encoded("030 5566-7788")))).contains(id(lead));
    var fiql =
        encoded("score=ge=1;(status==new,status==contacted);last_name==" + fields.get("last_name"));
    assertThat(ids(admin.get("/leads?filter=" + fiql))).containsExactly(id(lead));
  }

  @Test
  void fieldsTrimTheAnswerAndCsvIsHarmless() {
    var fields = Fixture.lead();
    fields.put("company", "=1+1" + Fixture.unique(""));
    var lead = Fixture.created(admin, "/leads", fields);
    var trimmed =
        admin.get("/leads?fields=id,company&company=" + encoded(fields.get("company").toString()));
    assertThat(trimmed.json().get("items").get(0).size()).isEqualTo(2);
    var csv =
        admin
            .with("Accept", "text/csv")
            .get("/leads?company=" + encoded(fields.get("company").toString()));
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.body()).contains(id(lead), "'=1+1");
  }

  @Test
  void deletingIsSoftAndCanBeTakenBack() {
    var lead = Fixture.created(admin, "/leads", Fixture.lead());
    assertThat(admin.delete(path(lead)).status()).isEqualTo(204);
    assertThat(admin.get(path(lead)).status()).isEqualTo(404);
    assertThat(ids(admin.get("/leads?deleted=only&last_name=" + lead.get("last_name").asText())))
        .containsExactly(id(lead));
    assertThat(admin.post(path(lead) + "/restore", "").status()).isEqualTo(200);
    assertThat(admin.get(path(lead)).status()).isEqualTo(200);
  }

  @Test
  void manyAtOnceAreAllOrEachForItself() {
    var good = Fixture.lead();
    var bad = Map.of("last_name", "X");
    var atomic = Map.of("items", List.of(good, bad), "mode", "create", "atomic", true);
    assertThat(admin.post("/leads/bulk", atomic).status()).isEqualTo(422);
    assertThat(ids(admin.get("/leads?last_name=" + good.get("last_name")))).isEmpty();
    var each = Map.of("items", List.of(good, bad), "mode", "create", "atomic", false);
    assertThat(admin.post("/leads/bulk", each).status()).isEqualTo(200);
    assertThat(ids(admin.get("/leads?last_name=" + good.get("last_name")))).hasSize(1);
  }

  @Test
  void aRepeatedPostIsDoneOnce() {
    var fields = Fixture.lead();
    var once = admin.with("Idempotency-Key", Fixture.unique("key"));
    var first = once.post("/leads", fields);
    var again = once.post("/leads", fields);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(ids(admin.get("/leads?last_name=" + fields.get("last_name")))).hasSize(1);
    assertThat(once.post("/leads", Fixture.lead()).status()).isEqualTo(422);
  }

  @Test
  void httpIsSpokenAsTheRfcsSay() {
    assertThat(server.api().get("/leads").header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(server.api().get("/leads").status()).isEqualTo(401);
    assertThat(
            server
                .api()
                .with("Authorization", "Bearer nonsense")
                .get("/leads")
                .header("WWW-Authenticate"))
        .contains("invalid_token");
    assertThat(admin.get("/nowhere").status()).isEqualTo(404);
    assertThat(admin.put("/leads", Map.of()).status()).isEqualTo(405);
    assertThat(admin.with("Accept", "image/png").get("/leads").status()).isEqualTo(406);
    assertThat(admin.with("Content-Type", "text/plain").send("POST", "/leads", "x").status())
        .isEqualTo(415);
    assertThat(admin.post("/leads", "{\"first_name\": ").status()).isEqualTo(400);
    assertThat(admin.post("/leads", "{\"notes\": \"" + "x".repeat(1_100_000) + "\"}").status())
        .isEqualTo(413);
    var problem = admin.get("/leads/00000000-0000-4000-8000-000000000404");
    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.json().has("request_id")).isTrue();
    assertThat(problem.body()).doesNotContain("Exception", "SELECT");
  }

  private static List<String> ids(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    var ids = new ArrayList<String>();
    answer.json().get("items").forEach(item -> ids.add(id(item)));
    return ids;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String path(JsonNode record) {
    return "/leads/" + id(record);
  }

  private static String id(JsonNode record) {
    return record.get("id").asText();
  }
}
