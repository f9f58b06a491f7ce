package org.crmportal.live.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.rest.EventSink;
import org.jspecify.annotations.Nullable;

/** The open streams of this node. */
final class Readers {

  private final Limits limits;
  private final Set<Reader> open = ConcurrentHashMap.newKeySet();
  private final LongAdder refused = new LongAdder();
  private boolean closed;

  Readers(Limits limits) {
    this.limits = limits;
  }

  /**
   * Takes a reader in.
   *
   * @param doubt is given the streams of a user who has many: of a reader who has gone nothing is
   *     known until something is sent
   */
  void add(EventSink sink, Consumer<List<Reader>> doubt) {
    var reader = new Reader(sink, sink.caller());
    enter(reader, doubt);
    sink.whenOver(() -> open.remove(reader));
    reader.begin();
  }

  private synchronized void enter(Reader reader, Consumer<List<Reader>> doubt) {
    if (closed) {
      throw CrmException.moduleDown("live");
    }
    if (open.size() >= limits.all()) {
      refused.increment();
      doubt.accept(List.copyOf(open));
      throw refusal(Reason.UNAVAILABLE, "This node has no more streams", 5);
    }
    var own = of(reader.user());
    if (own.size() >= limits.perUser()) {
      refused.increment();
      doubt.accept(own);
      throw refusal(Reason.TOO_MANY, "There are " + own.size() + " streams of this user", 2);
    }
    if (2 * own.size() >= limits.perUser()) {
      // Most are of pages that were left: found out in time, nobody is refused for them.
      doubt.accept(own);
    }
    open.add(reader);
  }

  private List<Reader> of(@Nullable UUID user) {
    return open.stream().filter(each -> Objects.equals(each.user(), user)).toList();
  }

  private static CrmException refusal(Reason reason, String message, int seconds) {
    return CrmException.of(
        reason, "too_many_streams", message + " already", Map.of("retry_after", seconds));
  }

  /** All that are open. */
  Iterable<Reader> all() {
    return open;
  }

  int count() {
    return open.size();
  }

  long refused() {
    return refused.sum();
  }

  /** Ends all streams and lets none in any more. */
  synchronized void close() {
    closed = true;
    open.forEach(Reader::end);
  }
}
