package org.crmportal.itests;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that create leads as fast as they can, and repeat what was not acknowledged. */
final class Writers implements AutoCloseable {

  static final int COUNT = 16;

  private final Api api;
  private final Queue<Lead> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<Lead> open = new ConcurrentLinkedQueue<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();
  private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);
  private volatile boolean ended;

  /**
   * One lead that a client wants.
   *
   * @param key the idempotency key of its request
   */
  record Lead(String key, Map<String, Object> fields) {
    String name() {
      return fields.get("last_name").toString();
    }
  }

  Writers(Api api) {
    this.api = api;
    for (int i = 0; i < COUNT; i++) {
      threads.execute(this::write);
    }
  }

  private void write() {
    while (!ended) {
      var lead = new Lead(Fixture.unique("key"), Fixture.lead());
      open.add(lead);
      while (!ended && open.contains(lead)) {
        send(lead);
      }
    }
  }

  /** Sends a lead once; a 503 leaves it open, a server that is gone ends its client. */
  private void send(Lead lead) {
    var start = System.nanoTime();
    try {
      var answer = api.with("Idempotency-Key", lead.key()).post("/leads", lead.fields());
      if (answer.status() == 201) {
        open.remove(lead);
        acknowledged.add(lead);
      } else if (answer.status() == 503 && !answer.header("Retry-After").isEmpty()) {
        refusals.incrementAndGet();
      } else {
        open.remove(lead);
        wrong.add(answer.toString());
      }
    } catch (UncheckedIOException e) {
      ended = true;
    } finally {
      longest.accumulateAndGet(System.nanoTime() - start, Math::max);
    }
  }

  /** How many have been acknowledged so far. */
  int count() {
    return acknowledged.size();
  }

  /** Those that were acknowledged. */
  List<Lead> acknowledged() {
    return new ArrayList<>(acknowledged);
  }

  /** Those of which nobody knows. */
  List<Lead> open() {
    return new ArrayList<>(open);
  }

  /** The answers that nobody should get. */
  List<String> wrong() {
    return new ArrayList<>(wrong);
  }

  /** How often the answer was a 503 with Retry-After. */
  long refusals() {
    return refusals.get();
  }

  /** The longest that one client waited for one answer. */
  Duration longest() {
    return Duration.ofNanos(longest.get());
  }

  @Override
  public void close() {
    stop();
  }

  /** Lets every client get its last answer. */
  void stop() {
    ended = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
        throw new AssertionError("a client has had no answer for two minutes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
