package org.crmportal.journal.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.crmportal.platform.health.Health;
import org.crmportal.platform.journal.RecordChange;
import org.crmportal.platform.journal.RecordListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener with its own thread and a bounded queue. After too many failures in a row, or when a
 * call does not return, it is in quarantine: it gets nothing for a while, and then one more chance.
 */
final class ListenerQueue {

  private static final Logger LOG = LoggerFactory.getLogger(ListenerQueue.class);
  private static final int FAILURES = 10;

  private final String name;
  private final RecordListener listener;
  private final Limits limits;
  private final BlockingQueue<RecordChange<?>> queue;
  private final Thread thread;
  private volatile boolean closed;
  private int failures;
  private long dropped;
  private long callSince;
  private long quarantineUntil;
  private String cause = "";

  /**
   * How much a listener may ask of the server.
   *
   * @param queued how many changes wait for it at most; more are dropped
   * @param call how long it may take for one change
   * @param quarantine how long it gets nothing after it misbehaved
   */
  record Limits(int queued, Duration call, Duration quarantine) {}

  ListenerQueue(String name, RecordListener listener, Limits limits) {
    this.name = name;
    this.listener = listener;
    this.limits = limits;
    queue = new ArrayBlockingQueue<>(limits.queued());
    thread = new Thread(this::run, "listener " + name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Ends the thread; a listener that ignores the interrupt keeps its own thread and no other. */
  void close() {
    closed = true;
    queue.clear();
    thread.interrupt();
  }

  /** Hands over a change without ever waiting. */
  synchronized void offer(RecordChange<?> change) {
    if (quarantined()) {
      dropped++;
    } else if (!queue.offer(change)) {
      dropped++;
      quarantine("is too slow: " + limits.queued() + " changes wait for it");
    }
  }

  /** Puts a listener that does not return into quarantine; called now and then. */
  synchronized void watch() {
    if (callSince != 0 && System.nanoTime() - callSince > limits.call().toNanos()) {
      quarantine("has not returned for " + limits.call().toSeconds() + " seconds");
      thread.interrupt();
    }
  }

  /** The quarantine and its cause, if the listener is in it. */
  synchronized Optional<Health> trouble() {
    return quarantined()
        ? Optional.of(
            Health.degraded(
                "listener " + name, "in quarantine: " + cause + "; changes missed: " + dropped))
        : Optional.empty();
  }

  synchronized long missed() {
    return dropped;
  }

  private boolean quarantined() {
    return quarantineUntil != 0 && System.nanoTime() - quarantineUntil < 0;
  }

  private void quarantine(String why) {
    if (!quarantined()) {
      LOG.error("The listener {} is put in quarantine: it {}", name, why);
    }
    cause = "it " + why;
    dropped += queue.size();
    queue.clear();
    quarantineUntil = System.nanoTime() + limits.quarantine().toNanos();
    failures = FAILURES - 1;
  }

  private void run() {
    while (!closed) {
      try {
        call(queue.take());
      } catch (InterruptedException e) {
        LOG.debug("The listener {} was interrupted", name);
      }
    }
  }

  /** Whatever a listener throws, errors included, is its own affair. */
  private void call(RecordChange<?> change) {
    calling(System.nanoTime());
    try {
      listener.changed(change);
      succeeded();
    } catch (Throwable e) {
      failed(change, e);
    } finally {
      calling(0);
    }
  }

  private synchronized void calling(long since) {
    callSince = since;
  }

  private synchronized void succeeded() {
    if (!quarantined()) {
      failures = 0;
    }
  }

  private synchronized void failed(RecordChange<?> change, Throwable thrown) {
    LOG.warn("The listener {} failed on {} {}", name, change.name(), change.id(), thrown);
    if (++failures >= FAILURES) {
      quarantine("failed " + FAILURES + " times in a row, last with " + thrown);
    }
  }
}
