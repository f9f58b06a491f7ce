package org.crmportal.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.crmportal.rest.internal.http.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a module's own methods get, and what is asked of them. */
class ModuleResourceTest {

  private final TestServer server = new TestServer().mayEverything();

  @BeforeEach
  void publish() {
    server.pipeline.publish(Published.resource(new NoteCommands(server.notes, server.platform), 1));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCommandAnswersWithTheChangedRecordAndItsTag() {
    var path = server.created("{\"title\": \"a\"}");

    var response = server.post(path + "/shout", "{\"marks\": 2}");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).contains("\"title\":\"A!!\"");
    assertThat(response.headers().firstValue("ETag").orElseThrow()).startsWith("\"2.");
  }

  @Test
  void aBodyThatIsNotSentIsAnEmptyOne() {
    var path = server.created("{\"title\": \"a\"}");
    var bare = server.request(path + "/shout").POST(BodyPublishers.noBody());

    assertThat(server.send(bare).body()).contains("{\"field\":\"marks\",\"code\":\"required\"");
  }

  @Test
  void violationsInPartsHaveDottedNames() {
    var path = server.created("{\"title\": \"a\"}");

    assertThat(server.post(path + "/shout", "{\"marks\": -1, \"inner\": {\"word\": \" \"}}").body())
        .contains("{\"field\":\"inner.word\",\"code\":\"required\"")
        .contains("{\"field\":\"marks\",\"code\":\"negative\"");
    assertThat(server.post(path + "/shout", "{\"marks\": 1, \"inner\": {\"x\": 1}}").body())
        .contains("{\"field\":\"inner.x\",\"code\":\"unknown\"");
  }

  @Test
  void aModulesOwnMethodHidesTheGenericOne() {
    var path = server.created("{\"title\": \"a\"}");

    var response = server.delete(path + "?reassign_to=" + TestPlatform.ADA);

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("X-Heir")).hasValue(TestPlatform.ADA.toString());
    assertThat(server.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aMethodForGuestsNeedsNoToken() {
    var request = java.net.http.HttpRequest.newBuilder(server.request("/notes/open").build().uri());

    assertThat(server.send(request).body()).contains("\"transaction\":false");
    assertThat(server.get("/notes/open?day=2026-02-30").body())
        .contains("{\"field\":\"day\",\"code\":\"bad_parameter\"");
  }

  @Test
  void aMethodThatDeclaresNothingIsRefused() {
    assertThat(server.get("/notes/undeclared").statusCode()).isEqualTo(403);
    assertThat(server.get("/notes/undeclared").body()).doesNotContain("secret");
    assertThat(server.pipeline.endpoints().routes())
        .filteredOn(route -> route.guard() == null)
        .extracting(Route::key)
        .containsExactly("GET notes/undeclared");
  }

  @Test
  void withoutAGoodTokenNothingIsDone() {
    var uri = server.request("/notes/moods").build().uri();
    var none = server.send(java.net.http.HttpRequest.newBuilder(uri));
    var bad =
        server.send(
            java.net.http.HttpRequest.newBuilder(uri).header("Authorization", "Bearer bad"));

    for (var response : java.util.List.of(none, bad)) {
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate"))
          .hasValue("Bearer error=\"invalid_token\"");
    }
    server.platform.authRuns = false;
    var down = server.get("/notes/moods");
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.body()).contains("\"module\":\"auth\"");
    assertThat(down.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void permissionsMayBeNeededTogetherOrEither() {
    assertThat(server.get("/notes/either").statusCode()).isEqualTo(200);
    var both = server.get("/notes/both");
    assertThat(both.statusCode()).isEqualTo(403);
    assertThat(both.body()).contains("\"permission\":\"notes:other\"");
  }

  @Test
  void parametersAreSpeltLikeJson() {
    assertThat(server.get("/notes/moods?mood=very_bad").body()).isEqualTo("[\"VERY_BAD\"]");
    assertThat(server.get("/notes/moods?mood=VERY_BAD").statusCode()).isEqualTo(400);
    assertThat(server.get("/notes/moods?colour=red").body()).contains("\"field\":\"colour\"");
    assertThat(server.post("/notes/not-a-uuid/shout", "{\"marks\": 1}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatMayChangeSomethingRunsInOneTransaction() {
    assertThat(server.post("/notes/transaction", "[\"a\", \"b\"]").body())
        .contains("\"active\":true", "\"words\":[\"a\",\"b\"]");
    assertThat(server.post("/notes/own-transactions", "").body()).contains("\"active\":false");
    assertThat(server.post("/notes/refusal", "").statusCode()).isEqualTo(409);
    assertThat(server.platform.rollbacks).hasValue(1);
  }

  @Test
  void aDefectShowsNothingOfItself() {
    var response = server.post("/notes/defect", "");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("select").doesNotContain("Exception");
    assertThat(response.body())
        .contains(response.headers().firstValue("X-Request-Id").orElseThrow());
  }

  @Test
  void anIllegalMoveNamesTheLegalOnes() {
    assertThat(server.post("/notes/move", "").body())
        .contains("\"type\":\"/problems/illegal_move\"", "\"status\":409", "\"current\":\"new\"")
        .contains("\"allowed\":[\"contacted\",\"lost\"]", "\"instance\":\"/api/v1/notes/move\"");
  }
}
