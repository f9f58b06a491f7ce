package org.crmportal.itests.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.NodeDatabase;

/**
 * The contents of all tables, taken straight from the database with one statement. Nothing is left
 * out: while the test refuses calls nobody signs in, and no job runs.
 */
final class Digest implements AutoCloseable {

  private static final String TABLES =
      "select quote_ident(tablename) from pg_tables where schemaname = 'public' order by 1";
  private static final String COLUMNS =
      "select column_name from information_schema.columns where table_name = ? order by 1";

  private final Connection database;
  private final String statement;

  Digest(CrmServer server) throws SQLException {
    database = NodeDatabase.of(server.node());
    var tables = new ArrayList<String>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    statement = tables.stream().map(Digest::one).collect(Collectors.joining(" union all "));
  }

  private static String one(String table) {
    return "select '%1$s ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text), ''))"
            .formatted(table)
        + " from "
        + table
        + " t";
  }

  /** A line a table, with a digest of all its rows. */
  List<String> now() {
    return texts(statement);
  }

  /** The columns of a table, those included of which the API says nothing. */
  Set<String> columns(String table) {
    return new TreeSet<>(texts(COLUMNS.replace("?", "'" + table + "'")));
  }

  private List<String> texts(String sql) {
    try (var query = database.createStatement();
        var rows = query.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
