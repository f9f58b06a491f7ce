package org.crmportal.rest.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.crmportal.platform.Caller;
import org.crmportal.rest.EventSink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends to one reader as fast as the reader reads, and cuts off who is too slow. */
final class AsyncSink implements EventSink, WriteListener, AsyncListener {

  private static final Logger LOG = LoggerFactory.getLogger(AsyncSink.class);

  /** How many bytes wait for a reader at most, beyond what the network holds. */
  static final int MOST_WAITING = 256 * 1024;

  private final Supplier<Caller> caller;
  private final BooleanSupplier breakOff;
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private @Nullable AsyncContext context;
  private @Nullable ServletOutputStream out;
  private int bytes;
  private boolean unflushed;
  private boolean ending;
  private boolean over;

  /**
   * Makes one that keeps what is sent until it has begun.
   *
   * @param caller who listens, found out anew
   * @param breakOff breaks the connection; false if that cannot be
   */
  AsyncSink(Supplier<Caller> caller, BooleanSupplier breakOff) {
    this.caller = caller;
    this.breakOff = breakOff;
  }

  /** Begins to write what was sent. */
  void begin(AsyncContext begun, ServletOutputStream stream) {
    begun.setTimeout(0);
    begun.addListener(this);
    synchronized (this) {
      context = begun;
    }
    stream.setWriteListener(this);
    synchronized (this) {
      out = stream;
      drain();
    }
  }

  @Override
  public Caller caller() {
    return caller.get();
  }

  @Override
  public synchronized boolean send(String text) {
    if (over || ending) {
      return false;
    }
    var next = text.getBytes(StandardCharsets.UTF_8);
    bytes += next.length;
    waiting.add(next);
    drain();
    if (!over && bytes > MOST_WAITING) {
      cutOff();
    }
    return !over;
  }

  @Override
  public synchronized void end() {
    if (over || ending) {
      return;
    }
    ending = true;
    drain();
    if (!over && out != null) {
      // The reader does not read: it would never come to the end.
      cutOff();
    }
  }

  @Override
  public void whenOver(Runnable work) {
    synchronized (this) {
      if (!over) {
        afterwards.add(work);
        return;
      }
    }
    work.run();
  }

  /** The stream could not begin, or is broken. */
  synchronized void cutOff() {
    if (!over) {
      isOver();
      if (!breakOff.getAsBoolean()) {
        complete();
      }
    }
  }

  private void drain() {
    var stream = out;
    if (stream == null || over) {
      return;
    }
    try {
      while (stream.isReady()) {
        var next = waiting.poll();
        if (next != null) {
          bytes -= next.length;
          stream.write(next);
          unflushed = true;
        } else if (unflushed) {
          unflushed = false;
          stream.flush();
        } else {
          if (ending) {
            isOver();
            complete();
          }
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      // The reader has gone.
      cutOff();
    }
  }

  private void complete() {
    try {
      if (context != null) {
        context.complete();
      }
    } catch (IllegalStateException e) {
      LOG.debug("the web server was faster", e);
    }
  }

  private void isOver() {
    over = true;
    waiting.clear();
    afterwards.forEach(Runnable::run);
    afterwards.clear();
  }

  @Override
  public synchronized void onWritePossible() {
    drain();
  }

  @Override
  public void onError(Throwable thrown) {
    cutOff();
  }

  @Override
  public synchronized void onComplete(AsyncEvent event) {
    if (!over) {
      isOver();
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    cutOff();
  }

  @Override
  public void onError(AsyncEvent event) {
    cutOff();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // It is started once.
  }
}
