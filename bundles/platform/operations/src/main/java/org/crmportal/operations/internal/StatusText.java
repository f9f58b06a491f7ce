package org.crmportal.operations.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** A node's status for whoever is got out of bed: what is wrong comes first. */
final class StatusText {

  private final Status status;

  StatusText(Status status) {
    this.status = status;
  }

  String text() {
    var text = new StringBuilder();
    text.append(
        "%s  %s, version %s, up %s\n"
            .formatted(
                status.state().toUpperCase(Locale.ROOT).replace('_', ' '),
                status.address(),
                status.version(),
                age(status.upSeconds())));
    for (var trouble : status.troubles()) {
      text.append(
          "  ! %s: %s%s\n"
              .formatted(
                  trouble.part(),
                  trouble.state().name().toLowerCase(Locale.ROOT),
                  trouble.cause().isEmpty() ? "" : ", " + trouble.cause()));
    }
    text.append('\n').append(database());
    text.append(line("modules", status.modules().stream().collect(Collectors.joining(", "))));
    return text.append(machine()).toString();
  }

  private String database() {
    var figures = status.database();
    if (figures == null) {
      return line("database", "does not answer");
    }
    var database =
        "PostgreSQL %s, %,d MB, %d of %d connections"
            .formatted(
                figures.version(),
                figures.megabytes(),
                figures.connections(),
                figures.maxConnections());
    var sessions =
        "%d wait for a lock, the oldest transaction is %s old"
            .formatted(figures.waiting(), age(figures.oldestTransactionSeconds()));
    var jobs =
        "%d running, %d queued, %d failed within a day"
            .formatted(figures.jobsRunning(), figures.jobsQueued(), figures.jobsFailed());
    return line("database", database) + line("sessions", sessions) + line("jobs", jobs);
  }

  private String machine() {
    var machine = status.machine();
    var java =
        "Java %s, %d of %d MB of heap, %d threads"
            .formatted(
                machine.java(),
                machine.heapUsedMegabytes(),
                machine.heapMaxMegabytes(),
                machine.threads());
    var load =
        String.format(
            Locale.ROOT,
            "load %.1f on %d processors, %,d MB of disk free",
            machine.load(),
            machine.processors(),
            machine.diskFreeMegabytes());
    return line("jvm", java) + line("machine", load);
  }

  private static String line(String name, String text) {
    return "%-10s%s\n".formatted(name, text);
  }

  private static String age(long seconds) {
    var age = Duration.ofSeconds(seconds);
    if (age.toDays() > 0) {
      return age.toDays() + " d " + age.toHoursPart() + " h";
    }
    if (age.toHours() > 0) {
      return age.toHours() + " h " + age.toMinutesPart() + " min";
    }
    return age.toMinutes() > 0
        ? age.toMinutes() + " min " + age.toSecondsPart() + " s"
        : seconds + " s";
  }
}
