package org.crmportal.rest.internal.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.ws.rs.core.MediaType;
import org.crmportal.rest.EventStream;
import org.jspecify.annotations.Nullable;

/** Opens streams of events: answers that go on without a thread. */
public final class Streams implements AutoCloseable {

  private static final Pattern NOT_AT_ALL = Pattern.compile(";\\s*q=0(\\.0*)?\\s*$");
  private static final List<String> ACCEPTED =
      List.of("*/*", "text/*", MediaType.SERVER_SENT_EVENTS);

  private final Door door;
  private final Set<AsyncSink> open = ConcurrentHashMap.newKeySet();

  public Streams(Door door) {
    this.door = door;
  }

  /** Whether a route answers with a stream. */
  static boolean at(Route route) {
    return route.getMethodToInvoke().getReturnType() == EventStream.class;
  }

  /** Whether a caller who sends this as {@code Accept} takes a stream. */
  static boolean accepted(@Nullable String accept) {
    if (accept == null) {
      return true;
    }
    var taken = new ArrayList<String>();
    for (var each : accept.split(",", -1)) {
      if (!NOT_AT_ALL.matcher(each).find()) {
        taken.add(each.replaceFirst(";.*", "").strip());
      }
    }
    return taken.stream().anyMatch(ACCEPTED::contains);
  }

  /** Lets a stream begin as the answer to a call. */
  void open(EventStream stream, Call call) throws IOException {
    var sink = new AsyncSink(door.again(call), WebServer.endless());
    stream.opened(sink);
    open.add(sink);
    sink.whenOver(() -> open.remove(sink));
    try {
      var response = call.response();
      response.setStatus(200);
      response.setContentType(MediaType.SERVER_SENT_EVENTS);
      // A proxy that collects the answer first would never pass it on.
      response.setHeader("X-Accel-Buffering", "no");
      sink.begin(call.async(), response.getOutputStream());
    } catch (IOException | RuntimeException e) {
      sink.cutOff();
      throw e;
    }
  }

  /** Ends all of them. */
  @Override
  public void close() {
    open.forEach(AsyncSink::end);
  }
}
