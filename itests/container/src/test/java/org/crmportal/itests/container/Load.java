package org.crmportal.itests.container;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Reads and creates leads without a pause. */
final class Load implements AutoCloseable {

  private static final int CLIENTS = 4;
  private static final int SOME = 40;

  private final Rest api;
  private final AtomicLong served = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
  private volatile boolean ended;

  Load(Rest api) {
    this.api = api;
    for (int i = 0; i < CLIENTS; i++) {
      threads.execute(this::run);
    }
  }

  private void run() {
    while (!ended) {
      try {
        note(api.get("/leads?limit=5"), 200);
        note(api.create(), 201);
      } catch (RuntimeException e) {
        failures.add(e.toString());
      }
    }
  }

  private void note(HttpResponse<String> answer, int wanted) {
    if (answer.statusCode() == wanted) {
      served.incrementAndGet();
    } else if (answer.statusCode() == 503
        && answer.body().contains("\"module\":\"leads\"")
        && answer.headers().firstValue("Retry-After").isPresent()) {
      refused.incrementAndGet();
    } else {
      failures.add(answer.statusCode() + " " + answer.body());
    }
  }

  /** Waits until some more requests have been served. */
  void more() {
    var wanted = served.get() + SOME;
    var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (served.get() < wanted) {
      if (System.nanoTime() > end) {
        throw new AssertionError("nothing is served: " + failures);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** How many had a clean 503 that names the module. */
  long refusals() {
    return refused.get();
  }

  /** What had any other answer, or none. */
  List<String> failures() {
    return new ArrayList<>(failures);
  }

  @Override
  public void close() {
    ended = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new AssertionError("a client has had no answer for a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
