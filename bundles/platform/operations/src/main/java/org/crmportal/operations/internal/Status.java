package org.crmportal.operations.internal;

import java.util.List;
import org.crmportal.platform.health.Health;
import org.jspecify.annotations.Nullable;

/**
 * How a node is.
 *
 * @param state ready, degraded or not_ready
 * @param upSeconds how long its JVM runs
 * @param troubles the parts that do not work, with the cause
 * @param database null while it does not answer
 */
record Status(
    String state,
    String address,
    String version,
    long upSeconds,
    List<Health> troubles,
    List<String> modules,
    @Nullable DatabaseFigures database,
    Machine machine) {

  /**
   * The JVM and what it stands on.
   *
   * @param load how many processes want a processor, or a negative number if that is not known
   * @param diskFreeMegabytes where the node's folder is
   */
  record Machine(
      String java,
      long heapUsedMegabytes,
      long heapMaxMegabytes,
      int threads,
      double load,
      int processors,
      long diskFreeMegabytes) {}
}
