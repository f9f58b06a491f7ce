package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The states of a lead, and its stage and score: RULES, Leads. */
class LeadStatesIT {

  private static final Map<String, Set<String>> MOVES =
      Map.of(
          "new", Set.of("contacted", "qualified", "lost"),
          "contacted", Set.of("qualified", "lost"),
          "qualified", Set.of("contacted", "lost"),
          "lost", Set.of("contacted"),
          "converted", Set.of());

  private final Api admin = CrmServer.shared().admin();

  @Test
  void everyMoveOfTheTableIsAllowedAndNoOther() {
    for (var from : MOVES.keySet()) {
      for (var to : MOVES.keySet()) {
        if (!from.equals(to)) {
          var answer = move(in(from), to);
          assertThat(answer.status())
              .as("%s to %s: %s", from, to, answer)
              .isEqualTo(MOVES.get(from).contains(to) ? 200 : 409);
          if (answer.status() == 409) {
            assertThat(answer.text("current")).isEqualTo(from);
            var allowed = new ArrayList<String>();
            answer.json().get("allowed").forEach(each -> allowed.add(each.asText()));
            assertThat(allowed).containsExactlyInAnyOrderElementsOf(MOVES.get(from));
          }
        }
      }
    }
  }

  @Test
  void aStatusOutsideTheTableIsNone() {
    var answer = admin.patch(in("new"), Map.of("status", "asleep"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").get(0).get("field").asText()).isEqualTo("status");
  }

  @Test
  void losingNeedsAReasonThatStaysInTheHistory() {
    var lead = in("new");
    var answer = admin.patch(lead, Map.of("status", "lost"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").get(0).get("field").asText()).isEqualTo("lost_reason");
    assertThat(admin.get(lead).text("status")).isEqualTo("new");

    var reason = Fixture.unique("too dear ");
    admin.patch(lead, Map.of("status", "lost", "lost_reason", reason));
    admin.patch(lead, Map.of("status", "contacted"));

    var id = lead.substring("/leads/".length());
    assertThat(admin.get("/audit-logs?resource_id=" + id).body()).contains(reason);
  }

  @Test
  void theStageIsFreeWhileTheLeadIsOpen() {
    var lead = in("contacted");
    for (var stage : List.of("negotiation", "prospect", "proposal", "qualified")) {
      assertThat(admin.patch(lead, Map.of("stage", stage)).text("stage")).isEqualTo(stage);
    }
    for (var stage : List.of("closed_won", "closed_lost")) {
      assertThat(admin.patch(lead, Map.of("stage", stage)).status()).as(stage).isIn(409, 422);
      assertThat(admin.get(lead).text("stage")).isEqualTo("qualified");
    }
  }

  @Test
  void leavingLostGoesBackToTheStageBefore() {
    var lead = in("qualified");
    admin.patch(lead, Map.of("stage", "negotiation"));
    assertThat(move(lead, "lost").text("stage")).isEqualTo("closed_lost");
    assertThat(move(lead, "contacted").text("stage")).isEqualTo("negotiation");
  }

  @Test
  void aScoreIsComputedPinnedAndUnpinned() {
    var lead = in("new");
    var computed = admin.get(lead).json();
    int sum = 0;
    for (JsonNode points : computed.get("score_breakdown")) {
      sum += points.asInt();
    }
    assertThat(sum).isPositive().isEqualTo(computed.get("score").asInt());

    assertThat(admin.patch(lead, Map.of("score", 77)).json().get("score").asInt()).isEqualTo(77);
    var changed = admin.patch(lead, Map.of("job_title", "Engineer")).json();
    assertThat(changed.get("score").asInt()).isEqualTo(77);
    var unpinned = admin.patch(lead, "{\"score\": null}").json();
    assertThat(unpinned.get("score").asInt()).isNotEqualTo(77);
    for (var wrong : List.of(-1, 101, 1.5, "many")) {
      assertThat(admin.patch(lead, Map.of("score", wrong)).status()).as("" + wrong).isEqualTo(422);
    }
  }

  /** The path of a new lead in a state. */
  private String in(String status) {
    var lead = "/leads/" + Fixture.created(admin, "/leads", Fixture.lead()).get("id").asText();
    if (status.equals("converted")) {
      assertThat(admin.post(lead + "/convert", "").status()).isEqualTo(201);
    } else if (!status.equals("new")) {
      assertThat(move(lead, status).status()).isEqualTo(200);
    }
    return lead;
  }

  private Answer move(String lead, String status) {
    var fields = new HashMap<String, Object>(Map.of("status", status));
    if (status.equals("lost")) {
      fields.put("lost_reason", "price");
    }
    return admin.patch(lead, fields);
  }
}
