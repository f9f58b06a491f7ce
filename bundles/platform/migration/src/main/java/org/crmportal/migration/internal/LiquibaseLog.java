package org.crmportal.migration.internal;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Sends Liquibase's messages to the server's log; what it calls information is our detail. */
final class LiquibaseLog extends AbstractLogService {

  @Override
  public int getPriority() {
    return PRIORITY_NOT_APPLICABLE;
  }

  @Override
  @SuppressWarnings("rawtypes") // Liquibase's own signature
  public Logger getLog(Class source) {
    return new Adapter(LoggerFactory.getLogger(source));
  }

  @SuppressWarnings("try") // there is nothing to close
  private static final class Adapter extends AbstractLogger {

    private final org.slf4j.Logger log;

    Adapter(org.slf4j.Logger log) {
      this.log = log;
    }

    @Override
    public void log(Level level, String message, @Nullable Throwable cause) {
      if (level.intValue() >= Level.WARNING.intValue()) {
        // the failure itself is reported once, where the folder is known
        log.warn(message);
      }
      log.debug(message, cause);
    }
  }
}
