package org.crmportal.console.internal;

import java.util.List;
import java.util.Map;
import org.crmportal.migration.FolderStatus;
import org.crmportal.migration.MigrationException;
import org.crmportal.migration.Migrations;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.crmportal.platform.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Makes the changes of a folder that was rolled back, or that failed. */
@Component
public final class DbMigrateCommand implements ConsoleCommand {

  private final Migrations migrations;

  // Optional, or else the tables of the audit trail themselves could not be made again.
  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Journal journal;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Transactions transactions;

  @Activate
  public DbMigrateCommand(@Reference Migrations migrations) {
    this.migrations = migrations;
  }

  @Override
  public Usage usage() {
    return Usage.of("db-migrate", "Makes the changes of a folder that were taken back or failed")
        .needs("modules:update")
        .argument("folder", "which, such as leads; see crm:db-status");
  }

  @Override
  public void run(ConsoleCall call) {
    var folder = call.argument("folder");
    boolean ready = isReady(folder);
    try {
      migrations.migrate(folder);
    } catch (IllegalArgumentException e) {
      throw CrmException.badRequest("There is no folder " + folder + "; see crm:db-status");
    } catch (MigrationException e) {
      throw CrmException.conflict("migration_failed", e.getMessage());
    }
    if (!ready) {
      audit(folder);
    }
    call.say("the folder " + folder + " is up to date", Map.of("folder", folder, "state", "ready"));
  }

  private boolean isReady(String folder) {
    return migrations.status().stream()
        .anyMatch(each -> each.folder().equals(folder) && each.state() == FolderStatus.State.READY);
  }

  private void audit(String folder) {
    var trail = journal;
    var service = transactions;
    if (trail != null && service != null) {
      service.required(
          () -> {
            trail.audit("migrated", "schema", null, Map.of("folder", folder));
            return folder;
          });
    }
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    return parameter.equals("folder")
        ? migrations.status().stream().map(FolderStatus::folder).toList()
        : List.of();
  }
}
