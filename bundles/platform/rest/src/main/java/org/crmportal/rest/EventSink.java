package org.crmportal.rest;

import org.crmportal.platform.Caller;

/** The way to one reader of a stream of events. It may be used by any thread and never waits. */
public interface EventSink {

  /**
   * Who listens, with the permissions that are in force now.
   *
   * @throws org.crmportal.platform.CrmException {@code UNAUTHENTICATED} if the token that the
   *     stream was opened with would not be accepted any more
   */
  Caller caller();

  /**
   * Sends text in the form of an event stream, each event with its empty line. A reader for whom
   * too much waits is cut off.
   *
   * @return false if the stream is over
   */
  boolean send(String text);

  /** Ends the stream after what was sent. */
  void end();

  /** Does something once the stream is over, for whatever reason; at once if it is already. */
  void whenOver(Runnable work);
}
