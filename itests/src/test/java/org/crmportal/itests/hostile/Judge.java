package org.crmportal.itests.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an answer. */
final class Judge {

  static final Duration SLOW = Duration.ofSeconds(2);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LEAK =
      Pattern.compile(
          "\\bat (org|java|javax|com|io)\\.|\\b(java|javax|org|com|io)\\.[a-z]{1,30}\\.[a-zA-Z]"
              + "|\\b[A-Za-z]{1,60}(Exception|Error)\\b|SQLSTATE|PSQL|\\bINSERT INTO "
              + "|\\bSELECT .{1,200} FROM |relation \"|syntax error|Caused by|nested exception");

  private static final String BUSY = "{\"type\":\"/problems/busy\"";

  private Judge() {}

  static List<String> complaints(Draft draft, Reply reply) {
    var complaints = new ArrayList<String>();
    if (reply.status() <= 0) {
      if (!draft.mayBreak) {
        complaints.add(reply.status() == Reply.SILENT ? "no answer" : "the connection was closed");
      }
      return complaints;
    }
    if (reply.status() >= 500) {
      // Only the web server itself says so, of an HTTP that it does not speak.
      boolean foreign = draft.wire != null && (reply.status() == 501 || reply.status() == 505);
      // Who waits for a record that an import holds is told to come back.
      boolean busy = reply.status() == 503 && reply.body().startsWith(BUSY);
      if (!foreign && !(busy && !reply.header("retry-after").isEmpty())) {
        complaints.add("status " + reply.status());
      }
    }
    if (reply.accepted() && draft.wire == null) {
      draft.refusals().forEach(why -> complaints.add("accepted although " + why));
      accepted(draft, reply, complaints);
    } else if (reply.status() >= 400) {
      refused(draft, reply, complaints);
    }
    return complaints;
  }

  private static void accepted(Draft draft, Reply reply, List<String> complaints) {
    if (reply.header("content-type").startsWith("application/json") && !reply.body().isEmpty()) {
      var json = parse(reply);
      if (json == null) {
        complaints.add("the answer is no JSON");
      } else if (draft.findsNothing && !json.path("items").isEmpty()) {
        complaints.add("found what has no such value");
      }
    }
    if (reply.header("content-type").startsWith("text/html")
        && !draft.operation.path().startsWith("/docs")) {
      complaints.add("answers with HTML");
    }
  }

  private static void refused(Draft draft, Reply reply, List<String> complaints) {
    var text = reply.body();
    var leak = LEAK.matcher(text);
    var request = new String(draft.bytes(), StandardCharsets.UTF_8);
    while (leak.find()) {
      if (!request.contains(leak.group())) {
        complaints.add("tells " + leak.group());
      }
    }
    boolean bare = reply.body().isEmpty();
    if (draft.wire != null || (draft.mayBreak && bare) || draft.method.equals("HEAD")) {
      return;
    }
    if (!reply.header("content-type").startsWith("application/problem+json")) {
      complaints.add("refuses with " + reply.header("content-type") + ", no problem");
      return;
    }
    problem(reply, complaints);
  }

  private static void problem(Reply reply, List<String> complaints) {
    var problem = parse(reply);
    if (problem == null) {
      complaints.add("the problem is no JSON");
      return;
    }
    for (var member : List.of("type", "title", "status", "instance", "request_id")) {
      if (!problem.hasNonNull(member)) {
        complaints.add("the problem has no " + member);
      }
    }
    if (problem.path("status").asInt() != reply.status()) {
      complaints.add("the problem's status is another one");
    }
    if (!problem.path("request_id").asText().equals(reply.header("x-request-id"))) {
      complaints.add("the problem's request id is another one");
    }
  }

  private static @Nullable JsonNode parse(Reply reply) {
    try {
      return JSON.readTree(reply.body());
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
