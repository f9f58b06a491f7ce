package org.crmportal.live.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.record.RecordTypes;
import org.crmportal.platform.record.Records;
import org.crmportal.rest.EventSink;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open streams of this node; one thread serves them all. */
@Component(service = Readers.class)
public final class Readers {

  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

  /** How many changes of one type are told one by one, in one go. */
  private static final int MOST_OF_A_TYPE = 200;

  private static final long CHECK = Duration.ofSeconds(3).toNanos();
  private static final long SILENCE = Duration.ofSeconds(15).toNanos();

  private final Told told;
  private final Set<Reader> open = ConcurrentHashMap.newKeySet();
  private final Collected changes = new Collected(MOST_OF_A_TYPE);
  private final AtomicBoolean missed = new AtomicBoolean();
  private final AtomicBoolean portal = new AtomicBoolean();
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "crm-live"));
  private volatile boolean closed;

  @Activate
  public Readers(
      @Reference Records records, @Reference RecordTypes types, @Reference Callers callers) {
    this.told = new Told(records, types, callers);
    var unused = thread.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
  }

  /** Ends all streams, at once. */
  @Deactivate
  public void close() {
    closed = true;
    thread.shutdownNow();
    open.forEach(Reader::end);
  }

  /** Takes a reader in. */
  void open(EventSink sink) {
    var reader = new Reader(sink, sink.caller());
    sink.send("retry: 2000\n\n");
    open.add(reader);
    sink.whenOver(() -> open.remove(reader));
    if (closed) {
      throw CrmException.moduleDown("live");
    }
  }

  int count() {
    return open.size();
  }

  /** Tells who may know it of changes. */
  void changed(List<Change> more) {
    more.forEach(changes::add);
    soon();
  }

  /** Tells everybody that something may have changed unheard. */
  void missed() {
    missed.set(true);
    soon();
  }

  /** Tells everybody that other pages may be there. */
  void portal() {
    portal.set(true);
    soon();
  }

  private void soon() {
    if (!closed && due.compareAndSet(false, true)) {
      thread.execute(this::round);
    }
  }

  private void round() {
    due.set(false);
    try {
      var batch = changes.take();
      boolean lost = missed.getAndSet(false);
      boolean pages = portal.getAndSet(false);
      Map<Object, String> texts = new HashMap<>();
      for (var reader : open) {
        if (lost) {
          reader.missed();
        }
        if (pages) {
          reader.send(Reader.PORTAL);
        }
        serve(reader, batch, texts);
      }
    } catch (RuntimeException e) {
      // Thrown on, it would end the serving.
      LOG.error("The streams could not be served", e);
      missed.set(true);
    }
  }

  private void serve(Reader reader, List<Change> batch, Map<Object, String> texts) {
    if (!batch.isEmpty() || !reader.checkedWithin(CHECK)) {
      tell(reader, batch, texts);
    }
    if (!reader.sentWithin(SILENCE)) {
      reader.ping();
    }
  }

  private void tell(Reader reader, List<Change> batch, Map<Object, String> texts) {
    try {
      var caller = reader.check();
      if (caller == null) {
        reader.missed();
        return;
      }
      // One question to the database for all streams of a user.
      reader.send(texts.computeIfAbsent(caller.rights(), rights -> told.of(batch, caller)));
      reader.catchUp();
    } catch (CrmException e) {
      if (e.reason() != Reason.UNAVAILABLE) {
        throw e;
      }
      reader.missed();
    }
  }
}
