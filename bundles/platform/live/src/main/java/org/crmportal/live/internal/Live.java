package org.crmportal.live.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
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

/**
 * Serves all streams of this node, in rounds, with one thread. While a round lasts, changes gather
 * for the next one: the more there is to do, the more is done at once.
 */
@Component(service = Live.class)
public final class Live {

  private static final Logger LOG = LoggerFactory.getLogger(Live.class);

  /** How many changes of one type are told one by one, in one round. */
  private static final int MOST_OF_A_TYPE = 200;

  private static final long ROUND_MILLISECONDS = 1_000;

  /** Modules come in many steps, after the last of which the pages are asked for. */
  private static final long STEPS_MILLISECONDS = 500;

  /** A reader who has gone takes the first text that is sent, and refuses the second. */
  private static final long DOUBT_MILLISECONDS = 300;

  private static final long SILENCE = Duration.ofSeconds(15).toNanos();

  private final Told told;
  private final Readers readers;
  private final Collected changes = new Collected(MOST_OF_A_TYPE);
  private final AtomicBoolean missed = new AtomicBoolean();
  private final AtomicBoolean portal = new AtomicBoolean();
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          work -> new Thread(work, "crm-live"),
          // What comes when it ends is for nobody.
          new ThreadPoolExecutor.DiscardPolicy());

  @Activate
  public Live(
      @Reference Records records,
      @Reference RecordTypes types,
      @Reference Callers callers,
      @Reference Limits limits) {
    this.told = new Told(records, types, callers);
    this.readers = new Readers(limits);
    var unused =
        thread.scheduleWithFixedDelay(
            this::round, ROUND_MILLISECONDS, ROUND_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  /** Ends all streams, at once. */
  @Deactivate
  public void close() {
    thread.shutdownNow();
    readers.close();
  }

  /** Lets a stream begin, unless there are too many. */
  void open(EventSink sink) {
    readers.add(sink, this::doubt);
  }

  Readers readers() {
    return readers;
  }

  /** Tells of changes whoever may know of them. */
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
    if (portal.compareAndSet(false, true)) {
      var unused = thread.schedule(this::tellOfPages, STEPS_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
  }

  private void tellOfPages() {
    portal.set(false);
    readers.all().forEach(reader -> reader.send(Reader.PORTAL));
  }

  private void doubt(List<Reader> doubted) {
    Runnable ping = () -> doubted.forEach(Reader::ping);
    thread.execute(ping);
    var unused = thread.schedule(ping, DOUBT_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private void soon() {
    if (due.compareAndSet(false, true)) {
      thread.execute(this::round);
    }
  }

  private void round() {
    due.set(false);
    var batch = changes.take();
    boolean lost = missed.getAndSet(false);
    Map<Object, String> texts = new HashMap<>();
    for (var reader : readers.all()) {
      try {
        if (lost) {
          reader.missed();
        }
        serve(reader, batch, texts);
      } catch (RuntimeException e) {
        // Thrown on, it would end the serving of all.
        LOG.error("A stream could not be served", e);
        reader.missed();
      }
    }
  }

  private void serve(Reader reader, List<Change> batch, Map<Object, String> texts) {
    try {
      var caller = reader.check();
      if (caller == null) {
        reader.missed();
      } else {
        // One question to the database for all streams of a user.
        reader.send(texts.computeIfAbsent(caller.rights(), rights -> told.of(batch, caller)));
        reader.catchUp();
      }
    } catch (CrmException e) {
      if (e.reason() != Reason.UNAVAILABLE) {
        throw e;
      }
      reader.missed();
    }
    if (!reader.sentWithin(SILENCE)) {
      reader.ping();
    }
  }
}
