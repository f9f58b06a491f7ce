package org.crmportal.rest.internal.http;

import io.undertow.servlet.handlers.ServletRequestContext;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/** What only the web server itself can do for the request of this thread; another one does not. */
public final class WebServer {

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private WebServer() {}

  /** What breaks the connection of this thread's request, later and on any thread. */
  static Runnable breaker() {
    try {
      var context = ServletRequestContext.current();
      if (context != null) {
        var connection = context.getExchange().getConnection();
        return () -> IoUtils.safeClose(connection);
      }
    } catch (NoClassDefFoundError e) {
      LOG.debug("the connection cannot be broken", e);
    }
    return () -> {};
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
