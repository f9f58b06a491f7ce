package org.crmportal.console.internal.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.check.DataCheck;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.record.RecordType;

/** Runs all checks on one connection, each as long as it takes. */
public final class Verification {

  private static final long LOOK_MILLISECONDS = 200;
  private static final int NAMED = 3;

  private final Connection connection;
  private final ConsoleCall call;

  /**
   * @param connection of its own, which nothing bounds; it is made read-only
   */
  public Verification(Connection connection, ConsoleCall call) {
    this.connection = connection;
    this.call = call;
  }

  /** What every check found. */
  public List<Finding> run(Collection<RecordType<?, ?>> types, Collection<DataCheck> ofModules)
      throws SQLException {
    connection.setReadOnly(true);
    var checks = new ArrayList<>(new SchemaChecks(connection).all());
    checks.addAll(new RecordChecks(types).all());
    for (var module : ofModules) {
      module.rules().forEach(rule -> checks.add(Check.of(module.area(), rule)));
    }
    var findings = new ArrayList<Finding>();
    for (var check : checks) {
      call.progress("checks done:", findings.size(), (long) checks.size());
      findings.add(run(check));
    }
    return findings;
  }

  private Finding run(Check check) throws SQLException {
    try (var statement = connection.createStatement()) {
      var counting = CompletableFuture.supplyAsync(() -> count(statement, check));
      while (true) {
        try {
          return counting.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          look(statement, check);
        }
      }
    } catch (InterruptedException e) {
      throw new ConsoleCall.Interrupted();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void look(Statement statement, Check check) throws SQLException {
    try {
      call.progress("checking " + check.subject() + ",", 0, null);
    } catch (ConsoleCall.Interrupted e) {
      statement.cancel();
      throw e;
    }
  }

  private static Finding count(Statement statement, Check check) {
    try (var rows = statement.executeQuery(check.sql())) {
      rows.next();
      long count = rows.getLong(1);
      return new Finding(check.area(), check.subject(), count, problem(count, rows));
    } catch (SQLException e) {
      if (e.getSQLState() != null && e.getSQLState().startsWith("08")) {
        throw CrmException.of(
            Reason.UNAVAILABLE, "unavailable", "The database went away", Map.of());
      }
      return new Finding(check.area(), check.subject(), 0, "cannot be checked: " + e.getMessage());
    }
  }

  private static String problem(long count, ResultSet rows) throws SQLException {
    var more = count > NAMED ? ", …" : "";
    return count == 0 ? "" : "found " + count + ": " + rows.getString(2) + more;
  }
}
