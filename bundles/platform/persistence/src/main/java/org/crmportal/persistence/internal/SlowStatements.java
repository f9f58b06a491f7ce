package org.crmportal.persistence.internal;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.crmportal.platform.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Names in the log the statements that take long, without the values in them. */
final class SlowStatements {

  private static final Logger LOG = LoggerFactory.getLogger("org.crmportal.slow.statement");
  private static final int LONGEST = 600;

  /** Texts and numbers; a number in a name, such as {@code t1}, stays. */
  private static final Pattern VALUES =
      Pattern.compile(
          "'[^']*+(?:''[^']*+)*+'|\\$(\\w*)\\$.*?\\$\\1\\$|(?<![\\w$\"])\\d+(?:\\.\\d+)?");

  private final Throttle throttle = new Throttle(System::nanoTime);
  private volatile long slowNanos;

  /** After how long a statement is slow; 0 if none is. */
  void slow(long milliseconds) {
    slowNanos = milliseconds == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(milliseconds);
  }

  /** A statement has been executed, or has failed. */
  void executed(String sql, long nanoseconds) {
    if (nanoseconds >= slowNanos && throttle.allows()) {
      var route = MDC.get("route");
      var request = MDC.get("request_id");
      LOG.warn(
          "Slow statement: {} ms, {}, request {}: {}{}",
          TimeUnit.NANOSECONDS.toMillis(nanoseconds),
          route == null ? "in no request" : "/" + route,
          request == null ? "-" : request,
          withoutValues(sql),
          throttle.untold());
    }
  }

  /** A statement on one line, with a question mark for each value. */
  static String withoutValues(String sql) {
    var shape = VALUES.matcher(sql).replaceAll("?").strip().replaceAll("\\s+", " ");
    return shape.length() <= LONGEST ? shape : shape.substring(0, LONGEST) + "…";
  }
}
