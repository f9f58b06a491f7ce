package org.crmportal.live.internal;

import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.rest.EventSink;
import org.jspecify.annotations.Nullable;

/** One open stream, and what is known of who reads it; used by one thread once it is open. */
final class Reader {

  static final String PORTAL = Told.event("portal", Map.of());
  static final String RESYNC = Told.event("resync", Map.of());

  private static final String PING = ":\n\n";

  /** How soon a browser comes again that has lost its stream. */
  private static final String RETRY = "retry: 2000\n\n";

  private final EventSink sink;
  private final @Nullable UUID user;
  private Object rights;
  private long sent = System.nanoTime();
  private boolean missed;

  Reader(EventSink sink, Caller caller) {
    this.sink = sink;
    this.user = caller.id();
    this.rights = caller.rights();
  }

  @Nullable UUID user() {
    return user;
  }

  void begin() {
    sink.send(RETRY);
  }

  boolean sentWithin(long nanos) {
    return System.nanoTime() - sent < nanos;
  }

  /**
   * Who reads, with what they may do now; null if that is not known at the moment, or they may not
   * read on, and then the stream has ended.
   */
  @Nullable Caller check() {
    try {
      var caller = sink.caller();
      if (!caller.rights().equals(rights)) {
        rights = caller.rights();
        send(PORTAL);
      }
      return caller;
    } catch (CrmException e) {
      if (e.reason() != Reason.UNAVAILABLE) {
        sink.end();
      }
      return null;
    }
  }

  /** Something could not be told. */
  void missed() {
    missed = true;
  }

  /** Tells that something was missed, if so. */
  void catchUp() {
    if (missed) {
      missed = false;
      send(RESYNC);
    }
  }

  void send(String text) {
    if (!text.isEmpty()) {
      sink.send(text);
      sent = System.nanoTime();
    }
  }

  void ping() {
    send(PING);
  }

  void end() {
    sink.end();
  }
}
