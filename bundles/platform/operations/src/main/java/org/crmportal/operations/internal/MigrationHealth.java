package org.crmportal.operations.internal;

import java.util.List;
import org.crmportal.migration.FolderStatus;
import org.crmportal.migration.Migrations;
import org.crmportal.platform.health.Health;
import org.crmportal.platform.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says of each folder of changes whether the database has it. */
@Component(service = HealthCheck.class)
public final class MigrationHealth implements HealthCheck {

  private final Migrations migrations;

  @Activate
  public MigrationHealth(@Reference Migrations migrations) {
    this.migrations = migrations;
  }

  @Override
  public List<Health> check() {
    return migrations.status().stream().map(MigrationHealth::health).toList();
  }

  private static Health health(FolderStatus status) {
    var part = "migrations " + status.folder();
    return switch (status.state()) {
      case READY -> Health.up(part);
      case WAITING -> Health.down(part, "waits for another folder");
      // The cause may quote SQL or an address: it is for the log and the console.
      case FAILED -> Health.down(part, "a change could not be made");
      case ROLLED_BACK -> Health.down(part, "changes were taken back");
    };
  }
}
