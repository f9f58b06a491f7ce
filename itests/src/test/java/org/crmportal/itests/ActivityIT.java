package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people and the system write on records: RULES, For every record; API, Activities. */
class ActivityIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void aStatusChangeIsToldWithFromToAndSeconds() {
    var lead = lead(admin);
    admin.patch("/leads/" + id(lead), Map.of("status", "contacted"));

    var newest = timeline(admin, lead).get(0);
    assertThat(newest.get("action").asText()).isEqualTo("status_changed");
    assertThat(newest.get("description").asText())
        .isEqualTo("Status changed from new to contacted");
    assertThat(newest.get("metadata").get("from").asText()).isEqualTo("new");
    assertThat(newest.get("metadata").get("to").asText()).isEqualTo("contacted");
    assertThat(newest.get("metadata").get("seconds").asLong()).isBetween(0L, 60L);
  }

  @Test
  void aChangeOfNothingIsNotTold() {
    var lead = lead(admin);
    var company = lead.get("company").asText();
    admin.patch("/leads/" + id(lead), Map.of("company", company));

    assertThat(timeline(admin, lead)).hasSize(1);
  }

  @Test
  void aNoteIsSeenByWhoeverSeesTheRecord() {
    var sales = Fixture.user(server, "sales");
    var other = Fixture.user(server, "sales");
    var lead = lead(sales);
    var note = Fixture.created(sales, "/activities", activity(lead, "note"));

    assertThat(note.get("action").asText()).isEqualTo("note");
    assertThat(admin.get("/activities/" + id(note)).json()).isEqualTo(note);
    assertThat(timeline(sales, lead).get(0)).isEqualTo(note);
    assertThat(timeline(other, lead)).isEmpty();
    assertThat(other.get("/activities/" + id(note)).status()).isEqualTo(404);
    assertThat(other.post("/activities", activity(lead, "note")).status()).isEqualTo(404);
    assertThat(server.api().get("/activities").status()).isEqualTo(401);
  }

  @Test
  void aRecordThatIsGoneTakesItsActivitiesAlong() {
    var lead = lead(admin);
    admin.delete("/leads/" + id(lead));

    assertThat(timeline(admin, lead)).isEmpty();
    assertThat(admin.post("/activities", activity(lead, "note")).status()).isEqualTo(404);
    admin.post("/leads/" + id(lead) + "/restore", "");
    assertThat(timeline(admin, lead))
        .extracting(activity -> activity.get("action").asText())
        .containsExactly("restored", "deleted", "created");
  }

  @Test
  void onlyTheAuthorChangesAnActivity() {
    var sales = Fixture.user(server, "sales");
    var manager = Fixture.user(server, "manager");
    var lead = lead(sales);
    var note = Fixture.created(sales, "/activities", activity(lead, "note"));
    var path = "/activities/" + id(note);

    assertThat(manager.patch(path, Map.of("description", "No")).status()).isEqualTo(403);
    assertThat(manager.delete(path).status()).isEqualTo(403);
    var old = "\"" + (note.get("version").asLong() - 1) + "\"";
    assertThat(sales.with("If-Match", old).patch(path, Map.of("description", "x")).status())
        .isEqualTo(412);
    var changed = sales.patch(path, Map.of("description", "Better"));
    assertThat(changed.text("description")).isEqualTo("Better");
    assertThat(changed.header("ETag")).isEqualTo("\"" + changed.text("version") + "\"");
    assertThat(sales.patch(path, Map.of("entity_type", "client")).status()).isEqualTo(422);
    assertThat(sales.delete(path).status()).isEqualTo(204);
    assertThat(sales.get(path).status()).isEqualTo(404);
  }

  @Test
  void whatTheSystemWroteNobodyChanges() {
    var path = "/activities/" + id(timeline(admin, lead(admin)).get(0));

    assertThat(admin.patch(path, Map.of("description", "No")).status()).isEqualTo(403);
    assertThat(admin.delete(path).status()).isEqualTo(403);
    assertThat(admin.post(path + "/done", "").status()).isEqualTo(403);
  }

  @Test
  void myOpenAndOverdueFollowUpsAreOneList() {
    var sales = Fixture.user(server, "sales");
    var lead = lead(sales);
    var today = LocalDate.now(java.time.ZoneOffset.UTC);
    var overdue = followUp(sales, lead, today.minusDays(1));
    var later = followUp(sales, lead, today.plusDays(3));
    var me = sales.get("/auth/me").text("id");
    var open = "/activities?owner_id=" + me + "&done=false&sort=due_date";

    assertThat(overdue.get("owner_id").asText()).isEqualTo(me);
    assertThat(items(sales.get(open))).containsExactly(overdue, later);
    assertThat(items(sales.get(open + "&filter=due_date=lt=" + today))).containsExactly(overdue);
    var done = sales.post("/activities/" + id(overdue) + "/done", "");
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.json().get("done").asBoolean()).isTrue();
    assertThat(items(sales.get(open))).containsExactly(later);
    assertThat(sales.post("/activities/" + id(overdue) + "/done", "").json())
        .isEqualTo(done.json());
  }

  @Test
  void aNoteWithoutADateCannotBeDone() {
    var note = Fixture.created(admin, "/activities", activity(lead(admin), "note"));

    assertThat(admin.post("/activities/" + id(note) + "/done", "").status()).isEqualTo(409);
  }

  @Test
  void aCallMovesTheLastContactAndNotTheVersion() {
    var lead = lead(admin);
    var before = admin.get("/leads/" + id(lead));
    Fixture.created(admin, "/activities", activity(lead, "note"));
    assertThat(admin.get("/leads/" + id(lead)).header("ETag")).isEqualTo(before.header("ETag"));

    var call = Fixture.created(admin, "/activities", activity(lead, "call"));
    var after = admin.get("/leads/" + id(lead));
    assertThat(after.text("last_contact_at")).isEqualTo(call.get("created_at").asText());
    assertThat(after.text("version")).isEqualTo(before.text("version"));
    assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    assertThat(
            admin
                .with("If-Match", before.header("ETag"))
                .patch("/leads/" + id(lead), Map.of("company", "Other"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    var wrong = activity(lead(admin), "sail");
    wrong.put("description", " ");
    wrong.put("owner_id", "00000000-0000-4000-8000-000000000404");
    wrong.put("shoe_size", 43);
    wrong.put("user_id", "00000000-0000-4000-8000-000000000404");
    var answer = admin.post("/activities", wrong);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors"))
        .extracting(error -> error.get("field").asText())
        .containsExactlyInAnyOrder("action", "description", "due_date", "shoe_size", "user_id");
  }

  @Test
  void anActivityHangsOnAKnownRecordOnly() {
    var wrong = activity(lead(admin), "note");
    wrong.put("entity_type", "ship");
    assertThat(admin.post("/activities", wrong).status()).isEqualTo(422);
    wrong.put("entity_type", "user");
    assertThat(admin.post("/activities", wrong).status()).isEqualTo(422);
    wrong.put("entity_type", "client");
    assertThat(admin.post("/activities", wrong).status()).isEqualTo(404);
  }

  @Test
  void aFollowUpsOwnerIsAUser() {
    var wrong = activity(lead(admin), "call");
    wrong.put("due_date", "2030-01-01");
    wrong.put("owner_id", "00000000-0000-4000-8000-000000000404");

    assertThat(admin.post("/activities", wrong).status()).isEqualTo(422);
  }

  private JsonNode followUp(Api who, JsonNode lead, LocalDate due) {
    var fields = activity(lead, "call");
    fields.put("due_date", due.toString());
    return Fixture.created(who, "/activities", fields);
  }

  private static JsonNode lead(Api who) {
    return Fixture.created(who, "/leads", Fixture.lead());
  }

  private static Map<String, Object> activity(JsonNode lead, String action) {
    var fields = new HashMap<String, Object>();
    fields.put("entity_type", "lead");
    fields.put("entity_id", id(lead));
    fields.put("action", action);
    fields.put("description", "About it");
    return fields;
  }

  private static List<JsonNode> timeline(Api who, JsonNode lead) {
    return items(who.get("/activities?entity_type=lead&entity_id=" + id(lead)));
  }

  private static List<JsonNode> items(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    var items = new ArrayList<JsonNode>();
    answer.json().get("items").forEach(items::add);
    return items;
  }

  private static String id(JsonNode record) {
    return record.get("id").asText();
  }
}
