package org.crmportal.itests;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** An import as a form sends it. */
public final class CsvUpload {

  private static final String BOUNDARY = "a-boundary-of-the-tests";

  /** What the form is sent as. */
  public static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Set<String> ENDED = Set.of("succeeded", "failed", "cancelled");

  private final Map<String, String> parts = new LinkedHashMap<>();

  /** A file with a header, and which field each header fills as JSON. */
  public CsvUpload(String file, String mapping) {
    parts.put("file", file);
    parts.put("mapping", mapping);
  }

  /** So many people, named Imported Row0, Imported Row1 and so on. */
  static CsvUpload people(int count) {
    var rows = new StringBuilder("First,Last\n");
    IntStream.range(0, count).forEach(i -> rows.append("Imported,Row").append(i).append('\n'));
    var mapping = "{\"First\": \"first_name\", \"Last\": \"last_name\"}";
    return new CsvUpload(rows.toString(), mapping);
  }

  /** Adds a part. */
  public CsvUpload with(String part, String value) {
    parts.put(part, value);
    return this;
  }

  /** Queues the import. */
  public Answer to(Api api, String path) {
    return api.with("Content-Type", CONTENT_TYPE).send("POST", path + "/import", body());
  }

  /** The whole form. */
  public String body() {
    var body = new StringBuilder();
    parts.forEach(
        (name, value) -> {
          body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"");
          body.append(name).append('"');
          body.append(name.equals("file") ? "; filename=\"a.csv\"\r\nContent-Type: text/csv" : "");
          body.append("\r\n\r\n").append(value).append("\r\n");
        });
    body.append("--").append(BOUNDARY).append("--\r\n");
    return body.toString();
  }

  /** Queues the import and waits for its end. */
  Answer done(Api api, String path) {
    return end(api, job(to(api, path)));
  }

  /** The job of an import that was accepted. */
  public static String job(Answer accepted) {
    if (accepted.status() != 202) {
      throw new AssertionError("not accepted: " + accepted);
    }
    return accepted.text("id");
  }

  /** Waits for the end of a job. */
  public static Answer end(Api api, String job) {
    Wait.until(
        "end of job " + job, LIMIT, () -> ENDED.contains(api.get("/jobs/" + job).text("status")));
    return api.get("/jobs/" + job);
  }
}
