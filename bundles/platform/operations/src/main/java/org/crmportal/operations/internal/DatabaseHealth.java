package org.crmportal.operations.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.health.Health;
import org.crmportal.platform.health.HealthCheck;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks the database for an answer, and whether it would take a write. */
@Component(service = HealthCheck.class)
public final class DatabaseHealth implements HealthCheck {

  private static final String PART = "database";

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Transactions transactions;

  @Override
  public List<Health> check() {
    var service = transactions;
    if (service == null) {
      return List.of(Health.down(PART, "no connection has been made yet"));
    }
    try {
      return List.of(
          service.read(DatabaseHealth::writable)
              ? Health.up(PART)
              : Health.down(PART, "it is read-only: a standby, or out of space"));
    } catch (CrmException e) {
      return List.of(Health.down(PART, e.getMessage()));
    }
  }

  private static boolean writable(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setQueryTimeout(2);
      try (var rows = statement.executeQuery("select not pg_is_in_recovery()")) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }
}
