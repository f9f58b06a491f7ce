package org.crmportal.console.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the last changes of a folder back. */
@Component
public final class DbRollbackCommand implements ConsoleCommand {

  private final Migrations migrations;
  private final Transactions transactions;
  private final Journal journal;

  @Activate
  public DbRollbackCommand(
      @Reference Migrations migrations,
      @Reference Transactions transactions,
      @Reference Journal journal) {
    this.migrations = migrations;
    this.transactions = transactions;
    this.journal = journal;
  }

  @Override
  public Usage usage() {
    return Usage.of("db-rollback", "Takes the last changes of a folder back; its modules stop")
        .needs("modules:update")
        .argument("folder", "which, such as leads; see crm:db-status")
        .optional("count", "how many changes; 1 if nothing is said")
        .destructive();
  }

  @Override
  public void run(ConsoleCall call) {
    var folder = call.argument("folder");
    int count = count(call.option("count").orElse("1"), applied(folder), folder);
    var changes = transactions.read(connection -> last(connection, folder, count));
    var many = changes.size() == 1 ? "1 change" : changes.size() + " changes";
    var what = "%s of %s: %s".formatted(many, folder, String.join(", ", changes));
    call.confirm("Take back " + what + "? Data in what they made is lost.");
    var answer = Map.of("folder", folder, "changes", changes, "dry_run", call.rehearsal());
    if (call.rehearsal()) {
      call.say("would take back " + what, answer);
      return;
    }
    try {
      // Before, since it may be the tables of the audit trail itself.
      transactions.required(() -> audited(folder, changes));
      migrations.rollback(folder, count);
    } catch (MigrationException e) {
      throw CrmException.conflict("rollback_failed", e.getMessage());
    }
    call.say("took back " + what + "\ncrm:db-migrate " + folder + " makes them again", answer);
  }

  @Override
  public List<String> candidates(String parameter, List<String> words) {
    return parameter.equals("folder")
        ? migrations.status().stream().map(FolderStatus::folder).toList()
        : List.of();
  }

  private int applied(String folder) {
    var status =
        migrations.status().stream()
            .filter(each -> each.folder().equals(folder))
            .findFirst()
            .orElseThrow(
                () ->
                    CrmException.badRequest(
                        "There is no folder " + folder + "; see crm:db-status"));
    if (status.applied() <= 0) {
      throw CrmException.conflict("no_changes", "The database has no changes of " + folder);
    }
    return status.applied();
  }

  private List<String> audited(String folder, List<String> changes) {
    journal.audit("rolled_back", "schema", null, Map.of("folder", folder, "changes", changes));
    return changes;
  }

  private static int count(String text, int applied, String folder) {
    int count = text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : 0;
    if (count < 1 || count > applied) {
      throw CrmException.badParameter(
          "count", "must be a number from 1 to %d, the changes of %s".formatted(applied, folder));
    }
    return count;
  }

  /** The changes' names, the last one first; the folder's name was compared with those known. */
  private static List<String> last(Connection connection, String folder, int count)
      throws SQLException {
    var sql =
        "select id from public.databasechangelog_%s order by orderexecuted desc limit %d"
            .formatted(folder, count);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var changes = new ArrayList<String>();
      while (rows.next()) {
        changes.add(rows.getString(1));
      }
      return changes;
    }
  }
}
