package org.crmportal.rest.internal.http;

import java.io.IOException;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.Response;

/** Writes an answer whose body is there as a whole. */
public final class Sender {

  private Sender() {}

  /** Writes the status, the headers and, where the answer has an entity, the body. */
  public static void send(Response answer, byte[] body, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.getStatus());
    for (var header : answer.getHeaders().entrySet()) {
      var values =
          header.getValue().stream().map(String::valueOf).collect(Collectors.joining(", "));
      // In place of what an answer that was given up may have left.
      response.setHeader(header.getKey(), values);
    }
    if (answer.getEntity() != null) {
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
