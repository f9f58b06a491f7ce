package org.crmportal.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many records with one request. */
class BulkTest {

  private final TestServer server = new TestServer().mayEverything();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCommandForManyKnowsNoParameters() {
    var answer = server.post("/notes/bulk/delete?no_such=1", "{\"ids\": []}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("no_such");
  }

  @Test
  void everyItemHasItsOutcome() {
    var response =
        server.post(
            "/notes/bulk",
            "{\"items\": [{\"title\": \"a\"}, {\"title\": \"\"}, {\"title\": \"a\"}, {\"title\": \"b\"}]}");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body())
        .startsWith(
            "{\"succeeded\":2,\"failed\":2,\"items\":[{\"index\":0,\"status\":201,\"id\":\"")
        .contains(
            "{\"index\":1,\"status\":422,\"id\":null,\"problem\":{\"type\":\"/problems/invalid\"")
        .contains(
            "{\"index\":2,\"status\":409,\"id\":null,\"problem\":{\"type\":\"/problems/duplicate\"")
        .contains("{\"index\":3,\"status\":201");
    assertThat(server.notes.kept).hasSize(2);
  }

  @Test
  void anUpsertChangesWhatIsThereAndCreatesTheRest() {
    server.created("{\"title\": \"a\", \"stars\": 1}");

    var response =
        server.post(
            "/notes/bulk",
            """
            {"mode": "upsert", "key": "title",
             "items": [{"title": "a", "pinned": true}, {"title": "b"}, {"stars": 1}]}
            """);

    assertThat(response.body())
        .contains("{\"index\":0,\"status\":200", "{\"index\":1,\"status\":201")
        .contains("{\"index\":2,\"status\":422");
    assertThat(server.get("/notes?title=a").body()).contains("\"stars\":1,\"pinned\":true");
  }

  @Test
  void anAtomicOneThatFailsSaysSoAndIsRolledBack() {
    var response =
        server.post(
            "/notes/bulk",
            "{\"atomic\": true, \"items\": [{\"title\": \"a\"}, {\"title\": \"\"}]}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.body())
        .contains("\"type\":\"/problems/bulk_failed\"", "\"succeeded\":0,\"failed\":1");
    assertThat(server.platform.rollbacks).hasValue(1);
    assertThat(server.platform.commits).hasValue(0);
  }

  @Test
  void theRequestItselfIsChecked() {
    var many = String.join(",", Collections.nCopies(1001, "{\"title\": \"a\"}"));

    for (var body :
        java.util.List.of(
            "{}",
            "{\"items\": []}",
            "{\"items\": [" + many + "]}",
            "{\"items\": [{}], \"mode\": \"upsert\"}",
            "{\"items\": [{}], \"mode\": \"upsert\", \"key\": \"colour\"}",
            "{\"items\": [{}], \"mode\": \"replace\"}")) {
      assertThat(server.post("/notes/bulk", body).statusCode()).isEqualTo(422);
    }
    assertThat(server.notes.kept).isEmpty();
  }

  @Test
  void aCommandIsGivenToMany() {
    server.pipeline.publish(Published.resource(new NoteCommands(server.notes, server.platform), 1));
    var first = server.created("{\"title\": \"a\"}").substring("/notes/".length());
    var second = server.created("{\"title\": \"b\"}").substring("/notes/".length());
    var ids = "\"ids\": [\"" + first + "\", \"" + TestPlatform.ADA + "\", \"" + second + "\"]";

    var response = server.post("/notes/bulk/shout", "{" + ids + ", \"marks\": 1}");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body())
        .contains("{\"index\":0,\"status\":200,\"id\":\"" + first + "\",\"problem\":null}")
        .contains("{\"index\":1,\"status\":404,\"id\":\"" + TestPlatform.ADA + "\"");
    assertThat(server.get("/notes/" + second).body()).contains("\"title\":\"B!\"");
    assertThat(server.post("/notes/bulk/shout", "{" + ids + ", \"marks\": -1}").body())
        .contains("\"succeeded\":0,\"failed\":3", "\"code\":\"negative\"");
    assertThat(server.post("/notes/bulk/update", "{" + ids + ", \"stars\": 4}").body())
        .contains("\"succeeded\":2");
    assertThat(server.post("/notes/bulk/delete", "{" + ids + "}").body())
        .contains("\"succeeded\":2", "\"status\":204");
    assertThat(server.post("/notes/bulk/restore", "{" + ids + "}").body())
        .contains("\"succeeded\":2");
    assertThat(server.post("/notes/bulk/sing", "{" + ids + "}").statusCode()).isEqualTo(404);
    assertThat(server.post("/notes/bulk/shout", "{\"marks\": 1}").statusCode()).isEqualTo(422);
    server.platform.permissions.remove("notes:shout");
    assertThat(server.post("/notes/bulk/shout", "{" + ids + "}").statusCode()).isEqualTo(403);
  }
}
