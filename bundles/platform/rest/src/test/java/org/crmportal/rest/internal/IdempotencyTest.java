package org.crmportal.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.crmportal.persistence.internal.TransactionsImpl;
import org.crmportal.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A POST that is sent again, on a real database. */
class IdempotencyTest {

  private final TestDatabase database = TestDatabase.migrated();
  private final TestServer server =
      new TestServer(new TransactionsImpl(database.dataSource())).mayEverything();

  @BeforeEach
  void addUser() {
    database.execute(
        "INSERT INTO users (id, email, password_hash, full_name, role_id) SELECT '"
            + TestPlatform.ADA
            + "', 'ada@example.org', 'x', 'Ada', id FROM roles LIMIT 1");
    server.pipeline.publish(Published.resource(new NoteCommands(server.notes, server.platform), 1));
  }

  @AfterEach
  void close() {
    server.close();
    database.close();
  }

  private HttpResponse<String> post(String key, String path, String body) {
    return server.send(server.body("POST", path, body).header("Idempotency-Key", key));
  }

  private static boolean replayed(HttpResponse<String> response) {
    return response.headers().firstValue("Idempotency-Replayed").isPresent();
  }

  @Test
  void theSameRequestIsDoneOnceAndAnsweredTwice() {
    var first = post("k1", "/notes?allow_duplicate=true", "{\"title\": \"a\"}");
    var second = post("k1", "/notes?allow_duplicate=true", "{\"title\": \"a\"}");

    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    for (var header : List.of("Location", "ETag", "Content-Type")) {
      assertThat(second.headers().firstValue(header)).isEqualTo(first.headers().firstValue(header));
    }
    assertThat(replayed(first)).isFalse();
    assertThat(replayed(second)).isTrue();
    assertThat(server.notes.kept).hasSize(1);
  }

  @Test
  void twentyAtOnceAreOne() {
    try (var threads = new Threads()) {
      var answers =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> post("k", "/notes?allow_duplicate=true", "{\"title\": \"a\"}"),
                          threads.executor))
              .limit(20)
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();

      assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
      assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.get(0).body());
    }
    assertThat(server.notes.kept).hasSize(1);
  }

  @Test
  void aKeyIsForOneRequestOnly() {
    post("k", "/notes", "{\"title\": \"a\"}");

    for (var other :
        List.of(
            post("k", "/notes", "{\"title\": \"b\"}"),
            post("k", "/notes?allow_duplicate=true", "{\"title\": \"a\"}"))) {
      assertThat(other.statusCode()).isEqualTo(422);
      assertThat(other.body()).contains("/problems/idempotency_key_reused");
    }
    assertThat(server.notes.kept).hasSize(1);
  }

  @Test
  void aFinalFailureIsKeptToo() {
    var bad = post("k", "/notes", "{\"title\": \"\"}");
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body()).contains("\"field\":\"title\"");
    var again = post("k", "/notes", "{\"title\": \"\"}");
    assertThat(again.body()).isEqualTo(bad.body());
    assertThat(replayed(again)).isTrue();

    assertThat(post("r", "/notes/refusal", "").body()).isEqualTo("{\"answer\":\"no\"}");
    assertThat(replayed(post("r", "/notes/refusal", ""))).isTrue();
  }

  @Test
  void whatMayEndOtherwiseNextTimeIsNotKept() {
    server.platform.permissions.remove("notes:create");
    assertThat(post("k", "/notes", "{\"title\": \"a\"}").statusCode()).isEqualTo(403);
    server.mayEverything();
    assertThat(post("k", "/notes", "{\"title\": \"a\"}").statusCode()).isEqualTo(201);

    assertThat(post("d", "/notes/defect", "").statusCode()).isEqualTo(500);
    assertThat(replayed(post("d", "/notes/defect", ""))).isFalse();
  }

  @Test
  void afterADayAKeyIsForgotten() {
    var body = "{\"title\": \"a\"}";
    post("k", "/notes?allow_duplicate=true", body);
    post("l", "/notes?allow_duplicate=true", body);
    database.execute("UPDATE idempotency_keys SET created_at = created_at - INTERVAL '25 hours'");

    assertThat(replayed(post("k", "/notes?allow_duplicate=true", body))).isFalse();
    assertThat(replayed(post("k", "/notes?allow_duplicate=true", body))).isTrue();
    server.pipeline.idempotency().purge();
    assertThat(replayed(post("l", "/notes?allow_duplicate=true", body))).isFalse();
    assertThat(server.notes.kept).hasSize(4);
  }

  @Test
  void aKeyHasOneTo255Characters() {
    assertThat(post("k".repeat(255), "/notes", "{\"title\": \"a\"}").statusCode()).isEqualTo(201);
    assertThat(post("k".repeat(256), "/notes", "{\"title\": \"b\"}").statusCode()).isEqualTo(400);
  }

  @Test
  void aFormIsKnownByItsParts() {
    server.platform.imports = (type, how, file) -> java.util.UUID.randomUUID();
    var form =
        Form.of(server.request("/notes/import").header("Idempotency-Key", "f"))
            .part("file", "Name\r\na")
            .part("mapping", "{\"Name\": \"title\"}");

    var first = server.send(form.post());
    var second = server.send(form.post());

    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(server.send(form.part("key", "title").post()).statusCode()).isEqualTo(422);
  }

  /** Threads that end with the test. */
  private static final class Threads implements AutoCloseable {
    final java.util.concurrent.ExecutorService executor = Executors.newFixedThreadPool(20);

    @Override
    public void close() {
      executor.shutdownNow();
    }
  }
}
