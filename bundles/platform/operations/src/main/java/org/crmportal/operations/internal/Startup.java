package org.crmportal.operations.internal;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.apache.karaf.features.BootFinished;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Whether the server still starts: until it was ready once, or has had time enough to be. It is
 * immediate, so that it remembers this while those who ask it come and go with their configuration.
 */
@Component(service = Startup.class, immediate = true)
public final class Startup {

  private static final Duration ENOUGH = Duration.ofMinutes(3);

  private final BundleContext context;
  private final FrameworkStartLevel level;
  private final int last;
  private final long begin = System.nanoTime();
  private volatile boolean ready;

  @Activate
  public Startup(BundleContext context) {
    this.context = context;
    level = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
    var beginning = context.getProperty(Constants.FRAMEWORK_BEGINNING_STARTLEVEL);
    last = beginning == null ? 1 : Integer.parseInt(beginning);
    // Then only this bundle was updated, in a server that has long been ready. A later start of a
    // node is over before this is active, so the container's word alone does not tell.
    ready = bootIsOver() && ManagementFactory.getRuntimeMXBean().getUptime() > ENOUGH.toMillis();
  }

  /** The server was ready for the first time. */
  void isReady() {
    ready = true;
  }

  /** How long ago the start began. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  boolean over() {
    return ready || age().compareTo(ENOUGH) > 0;
  }

  /**
   * Whether every bundle that is to be started has been: the features of a first start are
   * installed, and the container is at its last level. What does not run then, an operator stopped.
   */
  boolean allStarted() {
    return over()
        || (level.getStartLevel() >= last
            && context.getServiceReference(BootFinished.class) != null);
  }

  private boolean bootIsOver() {
    return level.getStartLevel() >= last && context.getServiceReference(BootFinished.class) != null;
  }
}
