package org.crmportal.console.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.crmportal.console.internal.verify.Finding;
import org.crmportal.console.internal.verify.Verification;
import org.crmportal.migration.FolderStatus;
import org.crmportal.migration.Migrations;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.check.DataCheck;
import org.crmportal.platform.console.ConsoleCall;
import org.crmportal.platform.console.ConsoleCommand;
import org.crmportal.platform.console.Usage;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordTypes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Checks whether the data is whole. */
@Component
public final class VerifyCommand implements ConsoleCommand {

  private final DataSource admin;
  private final Migrations migrations;
  private final RecordTypes types;
  private final List<DataCheck> ofModules = new CopyOnWriteArrayList<>();

  @Activate
  public VerifyCommand(
      @Reference(target = "(osgi.jndi.service.name=crm-admin)") DataSource admin,
      @Reference Migrations migrations,
      @Reference RecordTypes types) {
    this.admin = admin;
    this.migrations = migrations;
    this.types = types;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCheck(DataCheck check) {
    ofModules.add(check);
  }

  void unbindCheck(DataCheck check) {
    ofModules.remove(check);
  }

  @Override
  public Usage usage() {
    return Usage.of("verify", "Checks whether the data is whole; changes nothing, Ctrl-C stops it")
        .needs("modules:read")
        .flag("all", "list every check, also those that hold");
  }

  @Override
  public void run(ConsoleCall call) {
    var findings = new ArrayList<>(changelogs());
    try (var connection = admin.getConnection()) {
      var known = types.all().stream().<RecordType<?, ?>>map(RecordService::type).toList();
      findings.addAll(new Verification(connection, call).run(known, ordered()));
    } catch (SQLException e) {
      throw CrmException.of(
          Reason.UNAVAILABLE, "unavailable", "The database does not answer", Map.of());
    }
    var broken = findings.stream().filter(each -> !each.ok()).toList();
    call.show(call.json() || call.flag("all") ? findings : areas(findings));
    if (!broken.isEmpty()) {
      broken.forEach(
          each -> call.note("  " + each.area() + ": " + each.subject() + "; " + each.problem()));
      throw CrmException.conflict("broken", "checks that do not hold: " + broken.size());
    }
  }

  private List<DataCheck> ordered() {
    return ofModules.stream().sorted(Comparator.comparing(DataCheck::area)).toList();
  }

  /** A line of the summary. */
  record Area(String area, long checks, String result) {}

  private static List<Area> areas(List<Finding> findings) {
    var areas = new LinkedHashMap<String, Area>();
    for (var finding : findings) {
      var before = areas.getOrDefault(finding.area(), new Area(finding.area(), 0, "ok"));
      var result = finding.ok() ? before.result() : "NOT OK";
      areas.put(finding.area(), new Area(finding.area(), before.checks() + 1, result));
    }
    return List.copyOf(areas.values());
  }

  private List<Finding> changelogs() {
    return migrations.status().stream()
        .map(
            each ->
                new Finding(
                    "changelogs",
                    each.folder(),
                    0,
                    each.state() == FolderStatus.State.READY
                        ? ""
                        : "is not ready: " + each.cause()))
        .toList();
  }
}
