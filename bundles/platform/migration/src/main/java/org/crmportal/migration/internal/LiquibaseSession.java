package org.crmportal.migration.internal;

import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Liquibase with everything about it that is global, set up and taken down around one piece of
 * work.
 */
final class LiquibaseSession {

  private static final Logger LOG = LoggerFactory.getLogger(LiquibaseSession.class);

  private LiquibaseSession() {}

  /** Runs the work; the caller holds the advisory lock. */
  static void run(Changelog changelog, Connection connection, Work work) throws Exception {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(Liquibase.class.getClassLoader());
    try {
      connection.setSchema("public");
      var files = new ChangelogFiles(changelog);
      // its registries are shared by the whole JVM and not made for two threads
      synchronized (LiquibaseSession.class) {
        Scope.child(scope(files), () -> run(changelog, files, connection, work));
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Map<String, Object> scope(ResourceAccessor files) {
    var scope = new HashMap<String, Object>();
    scope.put(Scope.Attr.classLoader.name(), Liquibase.class.getClassLoader());
    scope.put(Scope.Attr.resourceAccessor.name(), files);
    scope.put(Scope.Attr.ui.name(), new LoggerUIService());
    scope.put(Scope.Attr.logService.name(), new LiquibaseLog());
    // it would report each run to its maker
    scope.put(AnalyticsArgs.ENABLED.getKey(), false);
    scope.put(AnalyticsArgs.LOG_LEVEL.getKey(), Level.FINE);
    return scope;
  }

  private static void run(
      Changelog changelog, ResourceAccessor files, Connection connection, Work work)
      throws LiquibaseException {
    var whole = new LiquibaseConnection(connection);
    var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(whole);
    database.setDefaultSchemaName("public");
    database.setDatabaseChangeLogTableName(Tracking.changes(changelog.folder()));
    database.setDatabaseChangeLogLockTableName(Tracking.lock(changelog.folder()));
    releaseStaleLock(changelog.folder(), database);
    var liquibase = new Liquibase(changelog.path(), files, database);
    liquibase.setChangeExecListener(new WholeChanges(whole));
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    work.run(liquibase);
  }

  /** With the advisory lock held, whoever left a lock row behind is dead. */
  private static void releaseStaleLock(String folder, Database database) throws LiquibaseException {
    var locks = LockServiceFactory.getInstance().getLockService(database);
    locks.init();
    for (var stale : locks.listLocks()) {
      LOG.warn("Changelog {}: releasing the lock that {} left behind", folder, stale.getLockedBy());
      locks.forceReleaseLock();
    }
  }

  @FunctionalInterface
  interface Work {
    void run(Liquibase liquibase) throws LiquibaseException;
  }
}
