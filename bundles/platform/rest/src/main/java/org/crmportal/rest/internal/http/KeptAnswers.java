package org.crmportal.rest.internal.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.crmportal.rest.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Answers as the table of idempotency keys keeps them. */
final class KeptAnswers {

  private final Json json;

  KeptAnswers(Json json) {
    this.json = json;
  }

  /** The answer with its body as the bytes that are sent. */
  Response whole(Response answer) {
    if (answer.getEntity() == null || answer.getEntity() instanceof byte[]) {
      return answer;
    }
    var type =
        answer.getMediaType() == null ? MediaType.APPLICATION_JSON_TYPE : answer.getMediaType();
    return Response.fromResponse(answer).entity(json.bytes(answer.getEntity())).type(type).build();
  }

  /** Its headers as JSON. */
  String headers(Response answer) {
    var headers = JsonNodeFactory.instance.objectNode();
    answer
        .getStringHeaders()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    return headers.toString();
  }

  /** What is kept of a body: all but a secret. */
  byte @Nullable [] body(Response whole, @Nullable String secret) {
    var body = (byte[]) whole.getEntity();
    if (body == null || secret == null) {
      return body;
    }
    try (var in = new ByteArrayInputStream(body)) {
      var answer = (ObjectNode) Objects.requireNonNull(json.parse(in));
      if (answer.has(secret)) {
        answer.putNull(secret);
      }
      return answer.toString().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An answer that was kept. */
  Response read(ResultSet row) throws SQLException {
    var answer = Response.status(row.getInt("status")).header("Idempotency-Replayed", "true");
    try (var headers = new ByteArrayInputStream(row.getBytes("headers"))) {
      Objects.requireNonNull(json.parse(headers))
          .properties()
          .forEach(header -> answer.header(header.getKey(), header.getValue().textValue()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    var body = row.getBytes("body");
    return body == null ? answer.build() : answer.entity(body).build();
  }
}
