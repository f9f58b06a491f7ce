package org.crmportal.operations;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crmportal.platform.health.Health;

/** The status as a page that fits a terminal of 80 columns and 24 lines. */
final class StatusText {

  private static final int WIDTH = 80;
  private static final int WRONG = 6;
  private static final int MODULES = 5;
  private static final String INDENT = " ".repeat(10);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private final StatusReport report;
  private final List<String> lines = new ArrayList<>();

  StatusText(StatusReport report) {
    this.report = report;
    var state = report.ready() ? "READY" : "NOT READY";
    line(
        "CRM Portal %s on %s: %s, up %s"
            .formatted(report.version(), report.node(), state, uptime()));
    wrong();
    database();
    line(
        "Pool      %s in use, %s idle, %s at most; %s waiting, %s timeouts"
            .formatted(
                value("crm_pool_connections{state=\"active\"}"),
                value("crm_pool_connections{state=\"idle\"}"),
                value("crm_pool_connections_max"),
                value("crm_pool_waiting"),
                value("crm_pool_timeouts")));
    line("Requests  %s being answered".formatted(value("crm_http_requests_in_flight")));
    line(
        "Jobs      %s queued (the oldest for %s s), %s running, %s failed"
            .formatted(
                jobs("queued"),
                value("crm_jobs_oldest_waiting_seconds"),
                jobs("running"),
                jobs("failed")));
    line("Memory    %s of %s".formatted(bytes(report.heapUsed()), bytes(report.heapMost())));
    line(
        "Disk      %s free of %s at %s"
            .formatted(
                bytes(report.disk().free()), bytes(report.disk().size()), report.disk().path()));
    var last = report.lastError();
    line(
        "Log       %d errors and %d warnings since the start%s"
            .formatted(
                report.errors(),
                report.warnings(),
                last == null ? "" : ", the last error " + TIME.format(last)));
    modules();
    line("At        %s".formatted(TIME.format(report.at())));
  }

  private void wrong() {
    if (report.wrong().isEmpty()) {
      line("Wrong     nothing");
    }
    var shown = report.wrong().size() > WRONG ? WRONG - 1 : report.wrong().size();
    int spare = WRONG - report.wrong().size();
    var label = "Wrong     ";
    for (var part : report.wrong().subList(0, shown)) {
      var state = part.state() == Health.State.DOWN ? "DOWN" : "degraded";
      var rows = wrapped("%s %s: %s".formatted(state, part.part(), part.cause()), 1 + spare);
      for (var row : rows) {
        line(label + row);
        label = INDENT;
      }
      spare -= Math.max(0, rows.size() - 1);
    }
    if (shown < report.wrong().size()) {
      line("%sand %d more".formatted(INDENT, report.wrong().size() - shown));
    }
  }

  /** A cause in as many rows as there is room for; the last one is cut where it does not fit. */
  private static List<String> wrapped(String text, int most) {
    var rows = new ArrayList<String>();
    var rest = text;
    int width = WIDTH - INDENT.length();
    while (rest.length() > width && rows.size() + 1 < most) {
      int space = rest.lastIndexOf(' ', width);
      int end = space > 0 ? space : width;
      rows.add(rest.substring(0, end));
      rest = "  " + rest.substring(end).stripLeading();
    }
    rows.add(rest);
    return rows;
  }

  private void database() {
    var database = report.database();
    if (database == null) {
      line("Database  does not answer");
    } else {
      line("Database  PostgreSQL %s, %s".formatted(database.version(), bytes(database.bytes())));
    }
    var missing = report.foldersNotReady();
    line(
        "Schema    %s, %d folders, %s"
            .formatted(
                database == null ? "unknown changes" : database.changes() + " changes",
                report.folders(),
                missing.isEmpty() ? "all ready" : "not ready: " + String.join(", ", missing)));
  }

  /** Those that do not run stand first: the others may have to be left out. */
  private void modules() {
    var words = new ArrayList<String>();
    for (var running : new boolean[] {false, true}) {
      report.modules().stream()
          .filter(module -> module.state().equals("running") == running)
          .map(module -> module.name() + (running ? "" : " (" + module.state() + ")"))
          .forEach(words::add);
    }
    var label = "Modules   ";
    var row = new StringBuilder(label);
    int rows = 1;
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i) + (i + 1 < words.size() ? ", " : "");
      if (row.length() + word.length() > WIDTH) {
        lines.add(row.toString().stripTrailing());
        row = new StringBuilder(INDENT);
        if (++rows > MODULES) {
          line("%sand %d more".formatted(INDENT, words.size() - i));
          return;
        }
      }
      row.append(word);
    }
    lines.add(row.toString().stripTrailing());
  }

  private String jobs(String status) {
    return value("crm_jobs{status=\"" + status + "\"}");
  }

  /** A part that does not answer has no values. */
  private String value(String name) {
    var value = report.measured().get(name);
    return value == null ? "?" : String.format(Locale.ROOT, "%.0f", value);
  }

  private String uptime() {
    Duration up = report.uptime().truncatedTo(ChronoUnit.SECONDS);
    if (up.toDays() > 0) {
      return up.toDays() + " d " + up.toHoursPart() + " h";
    }
    return up.toHours() > 0
        ? up.toHours() + " h " + up.toMinutesPart() + " min"
        : up.toMinutes() + " min " + up.toSecondsPart() + " s";
  }

  private static String bytes(long count) {
    var units = List.of("kB", "MB", "GB", "TB");
    double value = count / 1e3;
    int unit = 0;
    while (value >= 1000 && unit < units.size() - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, units.get(unit));
  }

  private void line(String text) {
    lines.add(text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…");
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
