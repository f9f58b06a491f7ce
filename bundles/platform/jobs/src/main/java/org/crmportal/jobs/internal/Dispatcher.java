package org.crmportal.jobs.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.crmportal.platform.job.JobRun;
import org.crmportal.platform.job.JobRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes jobs as long as there is room on this node, and has each run by a thread of its own. */
final class Dispatcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private static final int WORKERS = 2;
  private static final int LISTEN_MILLISECONDS = 500;
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration STEP = Duration.ofSeconds(20);

  private final DataSource admin;
  private final String node;
  private final Map<String, JobRunner> runners;
  private final JobWorker worker;
  private final ExecutorService workers;
  private final Map<UUID, RunningJob> running = new ConcurrentHashMap<>();
  private final Map<UUID, Long> waiting = new ConcurrentHashMap<>();
  private final AtomicBoolean changed = new AtomicBoolean(true);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /**
   * Begins to look for jobs.
   *
   * @param runners the runners that are there now, by kind
   */
  Dispatcher(DataSource admin, String node, Map<String, JobRunner> runners, JobWorker worker) {
    this.admin = admin;
    this.node = node;
    this.runners = runners;
    this.worker = worker;
    this.workers = Executors.newFixedThreadPool(WORKERS, work -> new Thread(work, "crm-job"));
    this.thread = new Thread(this::dispatch, "crm-jobs");
    thread.start();
  }

  /** There is a new runner, for which jobs may wait. */
  void look() {
    changed.set(true);
  }

  /** Lets the jobs of a kind end before their next step, to be taken up when it runs again. */
  void stop(String kind) {
    running.values().stream().filter(job -> job.kind().equals(kind)).forEach(RunningJob::stop);
  }

  private boolean open() {
    return closed.getCount() > 0;
  }

  private void dispatch() {
    boolean told = false;
    while (open()) {
      try (var session = new NodeSession(admin, node)) {
        told = false;
        listen(session);
      } catch (SQLException | RuntimeException e) {
        if (!told) {
          LOG.warn("no jobs are taken until the database is back: {}", e.toString());
        }
        told = true;
        pause();
      }
    }
  }

  private void pause() {
    try {
      if (closed.await(1, TimeUnit.SECONDS)) {
        LOG.debug("closed while the database was away");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(NodeSession session) throws SQLException {
    long nextPoll = System.nanoTime();
    while (open()) {
      session.unlockAllBut(running.keySet());
      boolean due = System.nanoTime() - nextPoll >= 0;
      if (due) {
        session.keep(running.keySet());
        nextPoll = System.nanoTime() + POLL.toNanos();
      }
      if (changed.getAndSet(false) || due) {
        fill(session);
      }
      if (session.hears(LISTEN_MILLISECONDS)) {
        look();
      }
    }
  }

  private void fill(NodeSession session) throws SQLException {
    waiting.values().removeIf(until -> System.nanoTime() - until >= 0);
    while (open() && running.size() < WORKERS) {
      var except = new HashSet<>(running.keySet());
      except.addAll(waiting.keySet());
      var kinds = new ArrayList<>(runners.keySet());
      var claim = session.claim(kinds, except);
      if (claim.isEmpty()) {
        return;
      }
      begin(claim.get());
    }
  }

  private void begin(Claim claim) {
    var job = worker.job(claim);
    running.put(claim.id(), job);
    if (!open() || !runners.containsKey(claim.kind())) {
      job.stop();
    }
    workers.execute(() -> run(claim, job));
  }

  private void run(Claim claim, RunningJob job) {
    try {
      var runner = runners.get(claim.kind());
      if (!worker.run(claim, job, runner == null ? JobRun::check : runner::run)) {
        waiting.put(claim.id(), System.nanoTime() + POLL.toNanos());
      }
    } catch (RuntimeException e) {
      // The database is gone: the job is still this node's, and it takes it up again.
      waiting.put(claim.id(), System.nanoTime() + POLL.toNanos());
      LOG.warn("job {} waits: {}", claim.id(), e.toString());
    } finally {
      running.remove(claim.id());
    }
  }

  /** Lets every job finish its step and gives it back. */
  @Override
  public void close() {
    closed.countDown();
    running.values().forEach(RunningJob::stop);
    workers.shutdown();
    try {
      if (!workers.awaitTermination(STEP.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("jobs {} did not end their step in {} s", running.keySet(), STEP.toSeconds());
        workers.shutdownNow();
      }
      thread.join(STEP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
