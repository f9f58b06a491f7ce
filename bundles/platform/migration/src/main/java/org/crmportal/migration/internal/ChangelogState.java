package org.crmportal.migration.internal;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Which contents of which folder the database has already, so that a start with nothing to do does
 * not load Liquibase. It keeps every content, since two versions of a bundle may run side by side.
 */
final class ChangelogState {

  private ChangelogState() {}

  static boolean holds(Connection connection, Changelog changelog) throws SQLException {
    if (!exists(connection)) {
      return false;
    }
    try (var query =
        connection.prepareStatement(
            "SELECT 1 FROM public.crm_changelog_state WHERE folder = ? AND checksum = ?")) {
      query.setString(1, changelog.folder());
      query.setString(2, changelog.checksum());
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  static void add(Connection connection, Changelog changelog) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS public.crm_changelog_state (folder VARCHAR(40) NOT NULL,"
              + " checksum VARCHAR(64) NOT NULL, applied_at TIMESTAMP NOT NULL DEFAULT"
              + " CURRENT_TIMESTAMP, PRIMARY KEY (folder, checksum))");
    }
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO public.crm_changelog_state (folder, checksum) VALUES (?, ?)"
                + " ON CONFLICT DO NOTHING")) {
      insert.setString(1, changelog.folder());
      insert.setString(2, changelog.checksum());
      insert.executeUpdate();
    }
  }

  static void forget(Connection connection, String folder) throws SQLException {
    if (!exists(connection)) {
      return;
    }
    try (var delete =
        connection.prepareStatement("DELETE FROM public.crm_changelog_state WHERE folder = ?")) {
      delete.setString(1, folder);
      delete.executeUpdate();
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery("SELECT to_regclass('public.crm_changelog_state') IS NULL")) {
      return rows.next() && !rows.getBoolean(1);
    }
  }
}
