package org.crmportal.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The routes of a record type, over HTTP. */
class RecordResourceTest {

  private final TestServer server = new TestServer().mayEverything();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aRecordIsCreatedAndRead() {
    var response =
        server.post(
            "/notes",
            """
            {"title": " Hello ", "mood": "very_bad", "price": 12.5, "stars": 3, "pinned": true,
             "due": "2026-12-24", "metadata": {"a": {"b": 1}}}
            """);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    assertThat(response.headers().firstValue("ETag").orElseThrow()).matches("\"1\\.[0-9a-f]+\"");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(response.body())
        .contains("\"title\":\"Hello\"", "\"mood\":\"very_bad\"", "\"price\":12.50")
        .contains("\"due\":\"2026-12-24\"", "\"author\":null", "\"metadata\":{\"a\":{\"b\":1}}")
        .contains("\"created_at\":\"2026-11-22T10:43:00.123456Z\"");
    var location = response.headers().firstValue("Location").orElseThrow();
    var path = location.substring(location.indexOf("/notes/"));
    assertThat(server.get(path).body()).isEqualTo(response.body());
    assertThat(server.platform.commits).hasValue(1);
  }

  @Test
  void allViolationsAreNamedAtOnce() {
    var response =
        server.post(
            "/notes",
            """
            {"title": "", "mood": "bad", "price": 1.234, "stars": 99999999999, "pinned": "yes",
             "due": "24.12.2026", "author": "me", "metadata": [], "version": 3, "colour": "red"}
            """);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.body())
        .contains("{\"field\":\"title\",\"code\":\"required\"")
        .contains("{\"field\":\"mood\",\"code\":\"unknown_value\"")
        .contains("{\"field\":\"price\",\"code\":\"too_precise\"")
        .contains("{\"field\":\"stars\",\"code\":\"out_of_range\"")
        .contains("{\"field\":\"pinned\",\"code\":\"wrong_type\"")
        .contains("{\"field\":\"due\",\"code\":\"wrong_type\"")
        .contains("{\"field\":\"author\",\"code\":\"wrong_type\"")
        .contains("{\"field\":\"metadata\",\"code\":\"wrong_type\"")
        .contains("{\"field\":\"version\",\"code\":\"read_only\"")
        .contains("{\"field\":\"colour\",\"code\":\"unknown\"");
    assertThat(server.notes.kept).isEmpty();
  }

  @Test
  void unreadableJsonIsABadRequest() {
    for (var body : List.of("{", "{\"title\":1,\"title\":2}", "{} {}", "\u0000", "nope")) {
      var response = server.post("/notes", body);
      assertThat(response.statusCode()).as(body).isEqualTo(400);
      assertThat(response.body()).contains("\"type\":\"/problems/bad_request\"");
    }
  }

  @Test
  void aPatchChangesOnlyWhatItNames() {
    var path =
        server.created(
            "{\"title\": \"a\", \"stars\": 3, \"metadata\": {\"x\": 1, \"y\": {\"z\": 2}}}");

    var response =
        server.patch(
            path,
            "{\"title\": \"b\", \"stars\": null, \"metadata\": {\"x\": null, \"y\": {\"w\": 3}}}");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"title\":\"b\"", "\"stars\":null", "\"metadata\":{\"y\":{\"z\":2,\"w\":3}}")
        .contains("\"version\":2");
  }

  @Test
  void whatTheServerOwnsMayBeSentBackUnchanged() {
    var path = server.created("{\"title\": \"a\", \"price\": 5}");
    var whole = server.get(path).body();

    assertThat(server.patch(path, whole).statusCode()).isEqualTo(200);
    assertThat(server.patch(path, whole.replace("\"heat\":7", "\"heat\":8")).body())
        .contains("{\"field\":\"heat\",\"code\":\"read_only\"");
  }

  @Test
  void ifMatchGuardsAgainstLostUpdates() {
    var path = server.created("{\"title\": \"a\"}");
    var tag = server.get(path).headers().firstValue("ETag").orElseThrow();

    var first = server.send(server.body("PATCH", path, "{\"stars\": 1}").header("If-Match", tag));
    var second = server.send(server.body("PATCH", path, "{\"stars\": 2}").header("If-Match", tag));
    var weak = server.send(server.body("PATCH", path, "{}").header("If-Match", "W/\"2\""));
    var any = server.send(server.body("PATCH", path, "{}").header("If-Match", "*"));

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(second.body()).contains("\"current_version\":2");
    assertThat(weak.statusCode()).isEqualTo(412);
    assertThat(any.statusCode()).isEqualTo(200);
  }

  @Test
  void aKnownVersionIsNotSentAgain() {
    var path = server.created("{\"title\": \"a\"}");
    var tag = server.get(path).headers().firstValue("ETag").orElseThrow();

    var same = server.send(server.request(path).header("If-None-Match", "\"x\", " + tag).GET());
    var other = server.send(server.request(path).header("If-None-Match", "\"1\"").GET());

    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(other.statusCode()).isEqualTo(200);
  }

  @Test
  void aDeletedRecordIsGoneUntilItIsRestored() {
    var path = server.created("{\"title\": \"a\"}");

    assertThat(server.delete(path).statusCode()).isEqualTo(204);
    assertThat(server.get(path).statusCode()).isEqualTo(404);
    assertThat(server.get("/notes").body()).isEqualTo("{\"items\":[],\"next_cursor\":null}");
    assertThat(server.get("/notes?deleted=only&count=true").body()).contains("\"total\":1");
    assertThat(server.post(path + "/restore", "").statusCode()).isEqualTo(200);
    assertThat(server.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void aListKnowsItsParametersAndRefusesOthers() {
    server.created("{\"title\": \"a\"}");
    assertThat(server.get("/notes?title=a&title=b&sort=-title,id&limit=7&q=x").statusCode())
        .isEqualTo(200);
    var asked = java.util.Objects.requireNonNull(server.notes.asked);
    assertThat(asked.equal()).containsEntry("title", List.of("a", "b"));
    assertThat(asked.sort()).containsExactly("-title", "id");
    assertThat(asked.limit()).isEqualTo(7);
    assertThat(server.get("/notes?fields=title,stars").body())
        .isEqualTo("{\"items\":[{\"title\":\"a\",\"stars\":null}],\"next_cursor\":null}");

    for (var bad :
        List.of(
            "colour=red",
            "limit=0",
            "limit=201",
            "limit=x",
            "count=1",
            "deleted=yes",
            "fields=colour",
            "limit=1&limit=2")) {
      var response = server.get("/notes?" + bad);
      assertThat(response.statusCode()).as(bad).isEqualTo(400);
      assertThat(response.body())
          .contains("\"field\":\"" + bad.substring(0, bad.indexOf('=')) + "\"");
    }
  }

  @Test
  void aDuplicateIsRefusedUnlessItIsAllowed() {
    server.created("{\"title\": \"a\"}");

    var refused = server.post("/notes", "{\"title\": \"a\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("\"candidates\":[{\"title\":\"a\"}]");
    assertThat(server.post("/notes?allow_duplicate=true", "{\"title\": \"a\"}").statusCode())
        .isEqualTo(201);
    assertThat(server.post("/notes?allow_duplicates=true", "{\"title\": \"a\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void withoutPermissionNothingIsReadOrWritten() {
    var path = server.created("{\"title\": \"a\"}");
    server.platform.permissions.clear();
    server.platform.permissions.add("notes:read_own");

    assertThat(server.get(path).statusCode()).isEqualTo(200);
    assertThat(server.post("/notes", "{\"title\": \"b\"}").statusCode()).isEqualTo(403);
    assertThat(server.delete(path).statusCode()).isEqualTo(403);
    server.platform.permissions.clear();
    assertThat(server.get("/notes?colour=red").statusCode()).isEqualTo(403);
  }

  @Test
  void recordsAreCountedByAColumn() {
    server.created("{\"title\": \"a\"}");

    assertThat(server.get("/notes?group_by=title").body())
        .isEqualTo(
            "{\"groups\":[{\"value\":\"title\",\"count\":1,\"sum\":null}],\"complete\":true}");
    assertThat(server.get("/notes?group_by=title&sum=likes&q=a").body()).contains("\"sum\":1.50");
  }

  @Test
  void whatDoesNotGoWithGroupsIsRefused() {
    for (var query :
        List.of(
            "group_by=title&limit=1",
            "group_by=title&sort=title",
            "group_by=title&fields=title",
            "group_by=title&group_by=title",
            "sum=likes")) {
      assertThat(server.get("/notes?" + query).statusCode()).as(query).isEqualTo(400);
    }
    var csv = server.request("/notes?group_by=title").header("Accept", "text/csv").GET();
    assertThat(server.send(csv).statusCode()).isEqualTo(400);
  }
}
