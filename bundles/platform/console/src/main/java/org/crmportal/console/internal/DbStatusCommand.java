package org.crmportal.console.internal;

import org.crmportal.migration.Migrations;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells how far the database has each folder of changes. */
@Component
public final class DbStatusCommand implements ConsoleCommand {

  private final Migrations migrations;

  @Activate
  public DbStatusCommand(@Reference Migrations migrations) {
    this.migrations = migrations;
  }

  @Override
  public Usage usage() {
    return Usage.of("db-status", "How far the database has each folder of changes")
        .needs("modules:read");
  }

  @Override
  public void run(ConsoleCall call) {
    call.show(migrations.status(), "folder", "state", "applied", "cause");
  }
}
