package org.crmportal.rest.internal.http;

import io.undertow.servlet.handlers.ServletRequestContext;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What only the web server itself can do for the request of this thread; another one does not. */
public final class WebServer {

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private WebServer() {}

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
