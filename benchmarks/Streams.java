import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;

/**
 * What open streams of changes cost a running node, and how late a change is told:
 *
 * <pre>java benchmarks/Streams.java http://127.0.0.1:8181 admin@example.org password [streams] [users]</pre>
 *
 * Half of the users may read all leads, half their own; the changes belong to one of the latter.
 */
final class Streams {

  private static final int CHANGES = 200;
  private static final int IDLE_SECONDS = 30;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final Map<String, Long> made = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Double> late = new ConcurrentLinkedQueue<>();

  private Streams(URI server) {
    this.server = server;
  }

  public static void main(String[] arguments) throws Exception {
    var streams = new Streams(URI.create(arguments[0]));
    int count = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 500;
    int users = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 50;
    streams.measure(streams.token(arguments[1], arguments[2]), count, users);
  }

  private void measure(String admin, int count, int users) throws Exception {
    var tokens = new ArrayList<String>();
    var ids = new ArrayList<String>();
    var word = Long.toString(System.nanoTime(), 36);
    var roles = List.of(role(admin, "all" + word, "leads:read"), role(admin, "own" + word, "leads:read_own"));
    for (int i = 0; i < users; i++) {
      var email = "reader" + i + word + "@example.org";
      ids.add(
          field("id", post("/users", admin,
              "{\"email\":\"%s\",\"full_name\":\"Reader\",\"role_id\":\"%s\",\"password\":\"a long password\"}"
                  .formatted(email, roles.get(i % 2)))));
      tokens.add(token(email, "a long password"));
    }
    say("before");
    for (int i = 0; i < count; i++) {
      listen(tokens.get(i % users));
    }
    Thread.sleep(3_000);
    say(count + " streams of " + users + " users");
    double cpu = metric("process_cpu_seconds_total");
    Thread.sleep(IDLE_SECONDS * 1_000L);
    System.out.printf("idle: %.1f %% of a CPU%n", (metric("process_cpu_seconds_total") - cpu) / IDLE_SECONDS * 100);
    cpu = metric("process_cpu_seconds_total");
    long start = System.nanoTime();
    for (int i = 0; i < CHANGES; i++) {
      var name = word + "x" + i;
      var id = field("id", post("/leads", admin,
          "{\"first_name\":\"A\",\"last_name\":\"%s\",\"email\":\"%s@example.org\",\"assigned_to\":\"%s\"}"
              .formatted(name, name, ids.get(1))));
      made.put(id, System.nanoTime());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Thread.sleep(3_000);
    var all = late.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf("%d changes in %.1f s, %.2f s of CPU: told %d times; late by %.0f ms (median), %.0f ms (99 %%)%n",
        CHANGES, seconds, metric("process_cpu_seconds_total") - cpu, all.length,
        all[all.length / 2], all[all.length * 99 / 100]);
    say("after");
    System.exit(0);
  }

  private void listen(String token) {
    var request = HttpRequest.newBuilder(server.resolve("/api/v1/events"))
        .header("Authorization", "Bearer " + token).build();
    var unused = client.sendAsync(request, BodyHandlers.fromLineSubscriber(new Lines()))
        .whenComplete((answer, failure) -> {
          if (failure != null || answer.statusCode() != 200) {
            System.out.println("a stream ended: " + (failure == null ? answer : failure));
          }
        });
  }

  /** Notes how late the lines of changes are. */
  private final class Lines implements Flow.Subscriber<String> {
    private final Pattern id = Pattern.compile("\"id\":\"([^\"]*)\"");

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      var found = id.matcher(line);
      if (line.startsWith("data: ") && found.find()) {
        long now = System.nanoTime();
        late.add(Math.max(0, now - made.getOrDefault(found.group(1), now)) / 1e6);
      }
    }

    @Override
    public void onError(Throwable thrown) {}

    @Override
    public void onComplete() {}
  }

  private void say(String when) throws Exception {
    System.gc();
    System.out.printf("%s: %.0f threads, %.0f MB heap used, %.0f MB resident, %.0f streams%n",
        when, metric("jvm_threads_current"), metric("jvm_memory_used_bytes{area=\"heap\"}") / 1e6,
        metric("process_resident_memory_bytes") / 1e6, metric("crm_live_streams"));
  }

  private double metric(String name) throws Exception {
    var request = HttpRequest.newBuilder(server.resolve("/metrics")).build();
    var lines = client.send(request, BodyHandlers.ofString()).body().split("\n");
    return Arrays.stream(lines).filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1))).findFirst().orElse(0);
  }

  private String role(String admin, String name, String permission) throws Exception {
    var id = field("id", post("/roles", admin, "{\"name\":\"" + name + "\"}"));
    send("PUT", "/roles/" + id + "/permissions", admin, "[\"" + permission + "\"]");
    return id;
  }

  private String token(String email, String password) throws Exception {
    return field("access_token",
        post("/auth/login", "", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password)));
  }

  private String post(String path, String token, String body) throws Exception {
    return send("POST", path, token, body);
  }

  private String send(String method, String path, String token, String body) throws Exception {
    var request = HttpRequest.newBuilder(server.resolve("/api/v1" + path))
        .header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    var answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static String field(String name, String json) {
    var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return found.group(1);
  }
}
