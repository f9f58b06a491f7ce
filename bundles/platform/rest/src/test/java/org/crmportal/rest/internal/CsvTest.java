package org.crmportal.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.job.CsvImport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records as CSV, out and in. */
class CsvTest {

  private final TestServer server = new TestServer().mayEverything();

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> csv(String path) {
    return server.send(server.request(path).header("Accept", "text/csv").GET());
  }

  @Test
  void aListIsSentAsCsv() {
    server.created(
        "{\"title\": \"say \\\"hi\\\", you\", \"price\": 3, \"due\": \"2026-12-24\", \"mood\": \"very_bad\", \"metadata\": {\"a\": 1}}");
    server.created("{\"title\": \"=1+1\"}");

    var response = csv("/notes?fields=title,mood,price,due,metadata,created_at");

    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("notes.csv");
    assertThat(response.body().split("\r\n", -1))
        .containsExactly(
            "title,mood,price,due,metadata,created_at",
            "\"say \"\"hi\"\", you\",very_bad,3.00,2026-12-24,\"{\"\"a\"\":1}\",2026-11-22T10:43:00.123456Z",
            "'=1+1,,,,{},2026-11-22T10:43:00.123456Z",
            "");
  }

  @Test
  void csvNeedsItsOwnPermission() {
    server.platform.permissions.remove("notes:export");

    assertThat(csv("/notes").statusCode()).isEqualTo(403);
    assertThat(server.get("/notes").statusCode()).isEqualTo(200);
  }

  @Test
  void whatFailsBeforeTheFirstRowIsAProblem() {
    server.notes.failsAfter(0);

    var response = csv("/notes");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void whatFailsMidwayDoesNotLookWhole() {
    server.notes.failsAfter(20_000);

    assertThatThrownBy(() -> csv("/notes")).hasMessageContaining("IOException");
  }

  @Test
  void aFileIsTakenWithItsMapping() {
    var taken = new ArrayList<CsvImport>();
    var files = new ArrayList<String>();
    server.platform.imports =
        (type, how, file) -> {
          taken.add(how);
          try {
            files.add(new String(file.readAllBytes(), StandardCharsets.UTF_8));
          } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
          }
          return new UUID(0, 7);
        };
    var large = "Name\r\n" + "x".repeat(3_000_000);

    var response =
        server.send(
            Form.of(server.request("/notes/import"))
                .part("file", large)
                .part("mapping", "{\"Name\": \"title\"}")
                .part("constants", "{\"stars\": 3}")
                .part("dry_run", "true")
                .post());

    assertThat(response.statusCode()).as(response.headers() + response.body()).isEqualTo(202);
    assertThat(response.body()).isEqualTo("{\"id\":\"00000000-0000-0000-0000-000000000007\"}");
    assertThat(response.headers().firstValue("Location").orElseThrow())
        .endsWith("/api/v1/jobs/00000000-0000-0000-0000-000000000007");
    assertThat(files).containsExactly(large);
    assertThat(taken)
        .containsExactly(
            new CsvImport(
                Map.of("Name", "title"), Map.of("stars", "3"), null, ".", null, true, false));
  }

  @Test
  void aFormThatIsWrongIsRefusedWithEveryReason() {
    server.platform.imports =
        (type, how, file) -> {
          throw CrmException.badRequest("not reached");
        };

    var response =
        server.send(
            Form.of(server.request("/notes/import"))
                .part("mapping", "[]")
                .part("dry_run", "yes")
                .part("colour", "red")
                .post());

    assertThat(response.statusCode()).isEqualTo(422);
    for (var field : List.of("file", "mapping", "dry_run", "colour")) {
      assertThat(response.body()).contains("{\"field\":\"" + field + "\"");
    }
  }

  @Test
  void withoutTheModuleJobsOrThePermissionThereIsNoImport() {
    var form = Form.of(server.request("/notes/import")).part("file", "a").part("mapping", "{}");
    var down = server.send(form.post());
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.body()).contains("\"module\":\"jobs\"");

    server.platform.permissions.remove("notes:import");
    assertThat(server.send(form.post()).statusCode()).isEqualTo(403);
  }
}
