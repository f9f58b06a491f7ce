package org.crmportal.platform.metrics;

import org.osgi.annotation.versioning.ProviderType;

/** Is told of every request to the REST API, on its thread: what it does costs every request. */
@ProviderType
public interface RequestObserver {

  /**
   * A request is answered, or its connection is broken.
   *
   * @param method its method
   * @param route the template of its path below {@code /api/v1}, such as {@code leads/{id}}; empty
   *     if no method of a resource took it
   * @param status the status of the answer
   * @param nanoseconds how long it took
   */
  void ended(String method, String route, int status, long nanoseconds);
}
