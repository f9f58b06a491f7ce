package org.crmportal.rest.internal.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.Options;

/** What only the web server itself can do for the request of this thread; another one does not. */
public final class WebServer {

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  /** How much of an answer without an end may wait in the network for a reader. */
  private static final int SEND_BUFFER = 32 * 1024;

  private WebServer() {}

  /** A connection that outlives its request's thread. */
  interface Connection extends Executor {

    /** Breaks it, on any thread; false if that cannot be. */
    boolean breakOff();
  }

  /**
   * Prepares the connection of this thread's request for an answer without an end.
   *
   * @return the connection, whose own thread does what is to be executed
   */
  static Connection endless() {
    try {
      var context = ServletRequestContext.current();
      if (context != null) {
        var exchange = context.getExchange();
        exchange.getConnection().setOption(Options.SEND_BUFFER, SEND_BUFFER);
        return new Own(exchange);
      }
    } catch (NoClassDefFoundError | IOException e) {
      LOG.debug("the connection is left as it is", e);
    }
    return new Unknown();
  }

  private record Own(HttpServerExchange exchange) implements Connection {

    /**
     * An answer whose reader turns out on another thread to have gone is closed by the web server
     * in a way that logs an error.
     */
    @Override
    public void execute(Runnable work) {
      exchange.getIoThread().execute(work);
    }

    /** An answer that is completed waits for its reader, and this one does not read. */
    @Override
    public boolean breakOff() {
      execute(() -> WebServer.breakOff(exchange));
      return true;
    }
  }

  private record Unknown() implements Connection {

    @Override
    public void execute(Runnable work) {
      work.run();
    }

    @Override
    public boolean breakOff() {
      return false;
    }
  }

  private static void breakOff(HttpServerExchange exchange) {
    IoUtils.safeClose(exchange.getConnection());
    exchange.endExchange();
  }

  /** Breaks the connection, so that half an answer does not look like a whole one. */
  public static void breakOff() {
    try {
      var context = ServletRequestContext.current();
      if (context != null) {
        context.getExchange().getConnection().close();
      }
    } catch (NoClassDefFoundError | IOException e) {
      LOG.debug("the connection could not be broken", e);
    }
  }
}
