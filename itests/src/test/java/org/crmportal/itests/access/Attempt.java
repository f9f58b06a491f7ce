package org.crmportal.itests.access;

import java.util.List;
import java.util.function.Consumer;
import org.crmportal.itests.Answer;
import org.crmportal.itests.Api;

/**
 * A call that the rules permit or refuse.
 *
 * @param expected the statuses that it may have
 * @param after what is to be checked or put right when it was permitted
 */
record Attempt(
    String verb,
    String path,
    Object body,
    String contentType,
    List<Integer> expected,
    Consumer<Answer> after) {

  private static final List<Integer> DONE = List.of(200, 201, 202, 204);

  /** A permitted command may find that there is nothing to do. */
  private static final List<Integer> HEARD = List.of(200, 201, 202, 204, 409, 422);

  static Attempt of(String verb, String path, Object body, int status) {
    var type = verb.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    return new Attempt(verb, path, body, type, expected(status, DONE), answer -> {});
  }

  private static List<Integer> expected(int status, List<Integer> permitted) {
    return status == 200 ? permitted : List.of(status);
  }

  /** The same, where a state may forbid what the permissions allow. */
  Attempt lenient() {
    return new Attempt(verb, path, body, contentType, refused() ? expected : HEARD, after);
  }

  /** The same, refused in either way. */
  Attempt either(boolean both) {
    return both ? new Attempt(verb, path, body, contentType, List.of(403, 404), after) : this;
  }

  Attempt then(Consumer<Answer> next) {
    return new Attempt(verb, path, body, contentType, expected, next);
  }

  Attempt accepting(String type) {
    return new Attempt(verb, path, body, type, expected, after);
  }

  /** What leaves another record than it found comes last. */
  int finality() {
    return path.endsWith("/convert") ? 2 : verb.equals("DELETE") ? 1 : 0;
  }

  boolean refused() {
    return expected.stream().allMatch(status -> status >= 400);
  }

  Answer by(Api api) {
    return switch (verb) {
      case "GET" ->
          api.with("Accept", contentType.equals("text/csv") ? contentType : "*/*").get(path);
      case "POST" ->
          body instanceof String text && contentType.startsWith("multipart")
              ? api.with("Content-Type", contentType).send(verb, path, text)
              : api.post(path, body);
      case "PUT" -> api.put(path, body);
      case "PATCH" -> api.patch(path, body);
      default -> api.delete(path);
    };
  }

  @Override
  public String toString() {
    return verb + " " + path + (body instanceof String ? "" : " " + body);
  }
}
