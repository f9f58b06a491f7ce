package org.crmportal.rest.internal.http;

import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Makes an answer of what a method returns. */
final class Answers {

  private final Tags tags;
  private final HttpDate date = new HttpDate();

  Answers(Tags tags) {
    this.tags = tags;
  }

  Response of(@Nullable Object result, Call call) {
    var answer = tagged(result, call);
    if (!answer.getHeaders().containsKey("Date")) {
      answer.getHeaders().putSingle("Date", date.now());
    }
    return answer;
  }

  private Response tagged(@Nullable Object result, Call call) {
    if (result == null) {
      return Response.noContent().build();
    }
    var given = result instanceof Response response ? response : Response.ok(result).build();
    var own = given.getHeaderString("ETag");
    var tag = own == null ? tags.of(given.getEntity()) : own;
    if (tag == null) {
      return given;
    }
    var asked = call.header("If-None-Match");
    boolean read = call.method().equals("GET") || call.method().equals("HEAD");
    if (asked != null && read && given.getStatus() == 200 && Tags.matches(asked, tag)) {
      return Response.notModified().header("ETag", tag).build();
    }
    given.getHeaders().putSingle("ETag", tag);
    return given;
  }
}
