package org.crmportal.operations.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/** Counts what was bad enough for the log since the start, and when the last of it was. */
@Component(service = LogCount.class, immediate = true)
public final class LogCount implements LogListener {

  /** What the log leaves out as well; see org.ops4j.pax.logging.cfg. */
  private static final String NOISE = "UT005108";

  private final LogReaderService reader;
  private final LongAdder errors = new LongAdder();
  private final LongAdder warnings = new LongAdder();
  private volatile @Nullable Instant lastError;

  @Activate
  public LogCount(@Reference LogReaderService reader) {
    this.reader = reader;
    reader.addLogListener(this);
  }

  @Deactivate
  void close() {
    reader.removeLogListener(this);
  }

  @Override
  public void logged(LogEntry entry) {
    if (entry.getLogLevel() == LogLevel.ERROR) {
      errors.increment();
      lastError = Instant.ofEpochMilli(entry.getTime());
    } else if (entry.getLogLevel() == LogLevel.WARN && !entry.getMessage().contains(NOISE)) {
      warnings.increment();
    }
  }

  long errors() {
    return errors.sum();
  }

  long warnings() {
    return warnings.sum();
  }

  Optional<Instant> lastError() {
    return Optional.ofNullable(lastError);
  }
}
