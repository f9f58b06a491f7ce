package org.crmportal.rest.internal.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import java.io.IOException;
import java.util.function.BooleanSupplier;
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

  /**
   * Prepares the connection of this thread's request for an answer without an end.
   *
   * @return what breaks the connection, later and on any thread, and says whether it could
   */
  static BooleanSupplier endless() {
    try {
      var context = ServletRequestContext.current();
      if (context != null) {
        var exchange = context.getExchange();
        exchange.getConnection().setOption(Options.SEND_BUFFER, SEND_BUFFER);
        return () -> {
          // Ended in the usual way, it would be logged as an error that the reader is not there.
          exchange.getIoThread().execute(() -> breakOff(exchange));
          return true;
        };
      }
    } catch (NoClassDefFoundError | IOException e) {
      LOG.debug("the connection is left as it is", e);
    }
    return () -> false;
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
