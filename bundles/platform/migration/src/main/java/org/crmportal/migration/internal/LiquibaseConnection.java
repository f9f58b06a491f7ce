package org.crmportal.migration.internal;

import java.sql.Connection;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * A connection as Liquibase sees it: a change and the row that says that it is done are one
 * transaction, so that a node killed between the two leaves neither.
 */
final class LiquibaseConnection extends JdbcConnection {

  private boolean inChange;

  LiquibaseConnection(Connection connection) {
    super(connection);
  }

  /** From now on a commit waits for the end of the change. */
  void begin() {
    inChange = true;
  }

  /** The next commit is one again. */
  void end() {
    inChange = false;
  }

  @Override
  public void commit() throws DatabaseException {
    if (!inChange) {
      super.commit();
    }
  }

  /**
   * The URL without the driver's sixty properties. Liquibase looks for passwords in it with
   * expressions that took two thirds of a migration's time.
   */
  @Override
  public String getURL() {
    var url = super.getURL();
    var properties = url.indexOf('?');
    return properties < 0 ? url : url.substring(0, properties);
  }
}
