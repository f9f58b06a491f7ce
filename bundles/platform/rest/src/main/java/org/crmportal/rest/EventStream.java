package org.crmportal.rest;

/**
 * An answer that goes on after the method has returned: server-sent events. The method is a GET
 * that says {@code @Produces("text/event-stream")}; an open stream has no thread.
 */
@FunctionalInterface
public interface EventStream {

  /**
   * The caller listens from now on. What is sent before this returns is sent first; what is thrown
   * becomes the answer instead of the stream.
   */
  void opened(EventSink sink);
}
