package org.crmportal.rest.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
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

/**
 * Sends to one reader as fast as the reader reads, and cuts off who is too slow. Only the
 * connection's own thread writes: the web server does so there too, and its answers are not made
 * for two.
 */
final class AsyncSink implements EventSink, WriteListener, AsyncListener {

  private static final Logger LOG = LoggerFactory.getLogger(AsyncSink.class);

  /** How many bytes wait for a reader at most, beyond what the network holds. */
  static final int MOST_WAITING = 256 * 1024;

  private final Supplier<Caller> caller;
  private final WebServer.Connection connection;
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private @Nullable AsyncContext context;
  private @Nullable ServletOutputStream out;
  private int bytes;
  private boolean due;
  private boolean unflushed;
  private boolean ending;
  private boolean over;

  /**
   * Makes one that keeps what is sent until it has begun.
   *
   * @param caller who listens, found out anew
   * @param connection what the reader listens by
   */
  AsyncSink(Supplier<Caller> caller, WebServer.Connection connection) {
    this.caller = caller;
    this.connection = connection;
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
      soon();
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
    soon();
    return !over;
  }

  @Override
  public synchronized void end() {
    if (over || ending) {
      return;
    }
    ending = true;
    soon();
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
      if (!connection.breakOff()) {
        complete();
      }
    }
  }

  /** Writes on the connection's thread, once for all that is asked for until then. */
  private void soon() {
    if (due) {
      return;
    }
    due = true;
    try {
      connection.execute(this::write);
    } catch (RejectedExecutionException e) {
      // The web server has stopped.
      isOver();
    }
  }

  private synchronized void write() {
    due = false;
    drain();
    // Who does not read would never come to the end.
    if (!over && (bytes > MOST_WAITING || (ending && out != null))) {
      cutOff();
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
