package org.crmportal.journal.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.health.Health;
import org.crmportal.platform.health.HealthCheck;
import org.crmportal.platform.journal.RecordChange;
import org.crmportal.platform.journal.RecordListener;
import org.crmportal.platform.metrics.Metric;
import org.crmportal.platform.metrics.MetricSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Tells every listener of committed changes, and protects the server from each of them. */
@Component(service = {Listeners.class, HealthCheck.class, MetricSource.class})
public final class Listeners implements HealthCheck, MetricSource {

  private static final ListenerQueue.Limits LIMITS =
      new ListenerQueue.Limits(10_000, Duration.ofSeconds(30), Duration.ofMinutes(1));

  private final Transactions transactions;
  private final ListenerQueue.Limits limits;
  private final Map<RecordListener, ListenerQueue> queues = new ConcurrentHashMap<>();
  private final CommitOrder order =
      new CommitOrder(change -> queues.values().forEach(queue -> queue.offer(change)));
  private final ThreadLocal<CommitOrder.@Nullable Batch> batches = new ThreadLocal<>();
  private final ScheduledExecutorService watch;
  private final Future<?> watching;

  @Activate
  public Listeners(@Reference Transactions transactions) {
    this(transactions, LIMITS);
  }

  Listeners(Transactions transactions, ListenerQueue.Limits limits) {
    this.transactions = transactions;
    this.limits = limits;
    watch = Executors.newSingleThreadScheduledExecutor(Listeners::watchThread);
    var period = Math.max(1, limits.call().toMillis() / 4);
    watching = watch.scheduleWithFixedDelay(this::watch, period, period, TimeUnit.MILLISECONDS);
  }

  /** A listener has come. */
  @Reference(
      name = "listener",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void add(RecordListener listener, Map<String, ?> properties) {
    var name =
        Objects.requireNonNullElse(properties.get("component.name"), listener.getClass().getName());
    var queue = new ListenerQueue(name.toString(), listener, limits);
    queues.put(listener, queue);
    queue.start();
  }

  /** A listener has gone. */
  public void remove(RecordListener listener) {
    Optional.ofNullable(queues.remove(listener)).ifPresent(ListenerQueue::close);
  }

  /** Tells of a change once the running transaction is committed, if it ever is. */
  void publish(RecordChange<?> change) {
    var batch = batch();
    transactions.beforeCommit(() -> order.commits(batch));
    transactions.afterCommit(() -> batch.add(change));
  }

  @Override
  public List<Health> check() {
    return queues.values().stream().map(ListenerQueue::trouble).flatMap(Optional::stream).toList();
  }

  @Override
  public List<Metric> metrics() {
    var all = List.copyOf(queues.values());
    return List.of(
        Metric.gauge("crm_listeners", "Listeners that hear of changes", all.size()),
        Metric.gauge(
            "crm_listeners_in_quarantine",
            "Listeners that get nothing for a while because they failed or were slow",
            (double) all.stream().filter(queue -> queue.trouble().isPresent()).count()),
        Metric.counter(
            "crm_listener_changes_missed",
            "Changes that a listener was not told of",
            (double) all.stream().mapToLong(ListenerQueue::missed).sum()));
  }

  /** Tells nobody any more. */
  @Deactivate
  public void close() {
    watching.cancel(true);
    watch.shutdownNow();
    queues.values().forEach(ListenerQueue::close);
    queues.clear();
  }

  private CommitOrder.Batch batch() {
    var running = batches.get();
    if (running != null) {
      return running;
    }
    var batch = new CommitOrder.Batch();
    batches.set(batch);
    transactions.afterCompletion(
        () -> {
          batches.remove();
          order.isOver(batch);
        });
    return batch;
  }

  private void watch() {
    queues.values().forEach(ListenerQueue::watch);
  }

  private static Thread watchThread(Runnable work) {
    var thread = new Thread(work, "listener watch");
    thread.setDaemon(true);
    return thread;
  }
}
