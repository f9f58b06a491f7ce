package org.crmportal.migration.internal;

import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.ChangeSet.RunStatus;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/** Tells the connection where a change begins and where Liquibase has written down its end. */
final class WholeChanges extends AbstractChangeExecListener {

  private final LiquibaseConnection connection;

  WholeChanges(LiquibaseConnection connection) {
    this.connection = connection;
  }

  @Override
  public void willRun(
      ChangeSet change, DatabaseChangeLog changelog, Database database, RunStatus status) {
    connection.begin();
  }

  @Override
  public void ran(ChangeSet change, DatabaseChangeLog changelog, Database database, ExecType type) {
    connection.end();
  }

  @Override
  public void runFailed(
      ChangeSet change, DatabaseChangeLog changelog, Database database, Exception failure) {
    connection.end();
  }

  @Override
  public void willRollback(ChangeSet change, DatabaseChangeLog changelog, Database database) {
    connection.begin();
  }

  @Override
  public void rolledBack(ChangeSet change, DatabaseChangeLog changelog, Database database) {
    connection.end();
  }

  @Override
  public void rollbackFailed(
      ChangeSet change, DatabaseChangeLog changelog, Database database, Exception failure) {
    connection.end();
  }
}
