package org.crmportal.operations.internal;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.features.BootFinished;
import org.crmportal.platform.StartupNotice;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever started the node, once and when it is ready, where it is and who may sign in. */
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.crmportal.operations")
public final class Announcement {

  private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);
  private static final int LOOK_MILLISECONDS = 200;
  private static final int WAIT_MILLISECONDS = 2000;

  private final BundleContext context;
  private final URI address;
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private final Future<?> looking;

  /** The keys of {@code org.crmportal.operations.cfg}. */
  @interface Config {
    String bind() default "127.0.0.1";

    int http_port() default 8181;
  }

  @Activate
  public Announcement(BundleContext context, @Reference BootFinished booted, Config config) {
    this.context = context;
    var everywhere = config.bind().equals("0.0.0.0") || config.bind().equals("::");
    var host = everywhere ? "127.0.0.1" : config.bind();
    address = URI.create("http://%s:%d/".formatted(bracketed(host), config.http_port()));
    looking = watch.scheduleWithFixedDelay(this::look, 0, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void stop() {
    looking.cancel(true);
    watch.shutdown();
  }

  private static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private void look() {
    try {
      if (!isReady()) {
        return;
      }
      System.out.println("CRM Portal is ready: " + address);
      notices();
      System.out.flush();
      watch.shutdown();
    } catch (IOException e) {
      LOG.debug("Not ready yet", e);
    } catch (InvalidSyntaxException | RuntimeException e) {
      LOG.error("The announcement of the start failed", e);
    }
  }

  private boolean isReady() throws IOException {
    var url = address.resolve("/health/ready").toURL();
    var connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(WAIT_MILLISECONDS);
    connection.setReadTimeout(WAIT_MILLISECONDS);
    try {
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } finally {
      connection.disconnect();
    }
  }

  private void notices() throws InvalidSyntaxException {
    for (var reference : context.getServiceReferences(StartupNotice.class, null)) {
      var notice = context.getService(reference);
      if (notice != null) {
        var text = notice.text();
        if (!text.isEmpty()) {
          System.out.println(text);
        }
        context.ungetService(reference);
      }
    }
  }
}
