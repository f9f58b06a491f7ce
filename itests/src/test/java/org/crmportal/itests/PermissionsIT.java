package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Teams that change, and access that is explained; all else is in the permission matrix. */
class PermissionsIT {

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void aTeamsRecordsMayBeReadButNotChanged() {
    var ann = Person.of(server, "sales");
    var bob = Person.of(server, "sales");
    var team = Fixture.created(admin, "/teams", Map.of("name", Fixture.unique("team")));
    var members = "/teams/" + team.get("id").asText() + "/members";
    var lead = lead(ann.api());
    assertThat(bob.api().get(lead).status()).isEqualTo(404);

    assertThat(admin.put(members, List.of(ann.id(), bob.id())).status()).isEqualTo(200);

    assertThat(bob.api().get(lead).status()).isEqualTo(200);
    assertThat(bob.api().patch(lead, Map.of("notes", "x")).status()).isEqualTo(403);
    assertThat(bob.api().delete(lead).status()).isEqualTo(403);
    assertThat(admin.get(lead).json().get("notes").isNull()).isTrue();
    assertThat(admin.put(members, List.of(ann.id())).status()).isEqualTo(200);
    assertThat(bob.api().get(lead).status()).isEqualTo(404);
    assertThat(admin.put(members, List.of(UUID.randomUUID().toString())).status()).isEqualTo(422);
    assertThat(admin.put(members, List.of("x")).status()).isEqualTo(422);
  }

  @Test
  void accessIsExplained() {
    var ann = Person.of(server, "sales");
    var lead = lead(ann.api());
    var query =
        "/access?user_id=%s&entity_type=lead&entity_id=%s"
            .formatted(ann.id(), lead.substring("/leads/".length()));

    var access = admin.get(query).json();

    assertThat(access.get("role").asText()).isEqualTo("sales");
    assertThat(access.get("grants").toString()).contains("leads:read_own", "leads:update_own");
    assertThat(access.get("ties").findValuesAsText("scope")).contains("own");
    var read = action(access, "read");
    assertThat(read.get("allowed").asBoolean()).isTrue();
    assertThat(read.get("reason").asText()).contains("of the lead");
    assertThat(action(access, "convert").get("allowed").asBoolean()).isTrue();
    assertThat(ann.api().get(query).json()).isEqualTo(access);
    var other = Person.of(server, "sales").api();
    assertThat(other.get(query).status()).isEqualTo(403);
    assertThat(admin.get("/access?user_id=" + ann.id()).status()).isEqualTo(400);
    assertThat(admin.get(query.replace("=lead", "=spaceship")).status()).isEqualTo(400);
    assertThat(admin.get(query.replace(ann.id(), UUID.randomUUID().toString())).status())
        .isEqualTo(404);
  }

  private static JsonNode action(JsonNode access, String name) {
    for (var each : access.get("actions")) {
      if (each.get("action").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError("no " + name + " in " + access);
  }

  private static String lead(Api api) {
    return "/leads/" + Fixture.created(api, "/leads", Fixture.lead()).get("id").asText();
  }
}
