package org.crmportal.migration.internal;

import java.sql.Connection;
import java.sql.SQLException;

/** The names of a folder's own Liquibase tables, and their end. */
final class Tracking {

  private Tracking() {}

  static String changes(String folder) {
    return "databasechangelog_" + folder;
  }

  static String lock(String folder) {
    return "databasechangeloglock_" + folder;
  }

  /** Counts the folder's changes in the database. */
  static int applied(Connection connection, String folder) throws SQLException {
    try (var query = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      query.setString(1, "public." + changes(folder));
      try (var rows = query.executeQuery()) {
        if (!rows.next() || !rows.getBoolean(1)) {
          return 0;
        }
      }
    }
    // the name was checked when the header was read
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM public." + changes(folder))) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  static void dropIfEmpty(Connection connection, String folder) throws SQLException {
    if (applied(connection, folder) > 0) {
      return;
    }
    try (var statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS public." + changes(folder));
      statement.execute("DROP TABLE IF EXISTS public." + lock(folder));
    }
  }
}
