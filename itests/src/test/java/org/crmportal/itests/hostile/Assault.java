package org.crmportal.itests.hostile;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.crmportal.itests.CrmServer;

/** Sends hostile requests over several connections and keeps what was answered wrongly. */
final class Assault {

  private static final int CONNECTIONS = 4;
  private static final int LOOK = 500;
  private static final int ENOUGH = 40;

  private final CrmServer server;
  private final Places places;
  private final Requests requests;
  private final AtomicLong next = new AtomicLong();
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private final Map<String, int[]> statuses = new TreeMap<>();
  private final List<Slow> slow = new ArrayList<>();
  private final Map<String, Integer> accepted = new TreeMap<>();

  Assault(CrmServer server, Places places, Requests requests) {
    this.server = server;
    this.places = places;
    this.requests = requests;
  }

  /** Sends the requests up to a number, unless there is enough to mend before. */
  void until(long end) throws Exception {
    var threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < CONNECTIONS; i++) {
        running.add(threads.submit(() -> work(end)));
      }
      for (var each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
      next.set(end);
    }
  }

  private Void work(long end) {
    try (var connection = new RawHttp(server.address())) {
      for (long number = next.getAndIncrement();
          number < end && !enough();
          number = next.getAndIncrement()) {
        if (number % LOOK == 0) {
          places.look(server.admin());
        }
        var draft = requests.request(number);
        var reply = send(connection, draft);
        judge(number, draft, reply);
      }
    }
    return null;
  }

  private static Reply send(RawHttp connection, Draft draft) {
    return draft.wire == null
        ? connection.send(draft.bytes(), draft.method.equals("HEAD"))
        : connection.sendAlone(draft.bytes());
  }

  private void judge(long number, Draft draft, Reply reply) {
    var complaints = Judge.complaints(draft, reply);
    synchronized (findings) {
      statuses
          .computeIfAbsent(draft.caller, name -> new int[6])[Math.max(0, reply.status() / 100)]++;
      if (draft.wire == null && reply.took().compareTo(Judge.SLOW) > 0) {
        slow.add(new Slow(number, draft));
      }
      if (reply.accepted() && draft.story().isEmpty()) {
        accepted.merge(draft.operation.toString(), 1, Integer::sum);
      }
      if (!complaints.isEmpty()) {
        add(number, draft, complaints, reply.status() + " " + reply.body());
      }
    }
  }

  /** A request that took too long. */
  private record Slow(long number, Draft draft) {}

  /**
   * Sends what took too long again, alone: what else runs on the machine holds up some of them, but
   * a request that keeps the server busy does so each time.
   */
  void judgeSlow() {
    try (var connection = new RawHttp(server.address())) {
      for (var each : slow.subList(0, Math.min(slow.size(), 10))) {
        var took =
            Stream.generate(() -> send(connection, each.draft()).took())
                .limit(3)
                .min(Duration::compareTo);
        if (took.orElseThrow().compareTo(Judge.SLOW) > 0) {
          add(each.number(), each.draft(), List.of("took " + took.get()), "");
        }
      }
    }
  }

  private void add(long number, Draft draft, List<String> complaints, String answer) {
    var sent = new String(draft.bytes(), StandardCharsets.ISO_8859_1);
    var finding = new Finding(number, draft.toString(), complaints, sent, answer);
    findings.putIfAbsent(finding.kind(), finding);
  }

  private boolean enough() {
    synchronized (findings) {
      return findings.size() >= ENOUGH;
    }
  }

  List<Finding> findings() {
    return List.copyOf(findings.values());
  }

  /** The operations that accepted a request which nobody had made hostile. */
  Set<String> accepted() {
    return accepted.keySet();
  }

  /** How many answers of which hundred each caller had; the first are those without an answer. */
  String figures() {
    var lines = new StringBuilder();
    statuses.forEach(
        (caller, counts) ->
            lines.append(
                "%n%-8s none %5d, 2xx %6d, 3xx %4d, 4xx %6d, 5xx %3d"
                    .formatted(caller, counts[0], counts[2], counts[3], counts[4], counts[5])));
    return lines.toString();
  }
}
