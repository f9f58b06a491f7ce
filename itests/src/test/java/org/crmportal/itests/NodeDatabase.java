package org.crmportal.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of a node, as the application's own user sees it. */
public final class NodeDatabase {

  private NodeDatabase() {}

  /** A connection to the node's external database, or to its embedded one. */
  public static Connection of(CrmNode node) throws SQLException {
    if (node.get("CRM_DB_URL") != null) {
      return DriverManager.getConnection(
          node.get("CRM_DB_URL"), node.get("CRM_DB_USER"), node.get("CRM_DB_PASSWORD"));
    }
    var folder = node.folder().resolve("postgresql");
    try {
      var port = Files.readString(folder.resolve("port")).strip();
      var password = Files.readString(folder.resolve("crm.password")).strip();
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + port + "/crm", "crm", password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many rows there are; the text goes on after {@code FROM}. */
  static long count(Connection database, String from) throws SQLException {
    try (var statement = database.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
