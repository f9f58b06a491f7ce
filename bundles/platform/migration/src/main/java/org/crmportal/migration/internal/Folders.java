package org.crmportal.migration.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.migration.FolderStatus;
import org.crmportal.migration.FolderStatus.State;
import org.crmportal.migration.MigrationException;
import org.crmportal.migration.Migrations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates folders in an order that suits them all; one that fails holds up only its successors.
 */
final class Folders implements Migrations {

  private static final Logger LOG = LoggerFactory.getLogger(Folders.class);

  /** How many changes there are, where the database does not answer. */
  private static final int UNKNOWN = -1;

  private final ChangelogRunner runner;
  private final Gate gate;

  /** Written by one thread at a time, read by any. */
  private final Map<String, Entry> entries = Collections.synchronizedMap(new LinkedHashMap<>());

  Folders(ChangelogRunner runner, Gate gate) {
    this.runner = runner;
    this.gate = gate;
  }

  /** Takes a bundle's changelogs, or those of its next version, and migrates what can be. */
  void offer(String bundle, List<Changelog> changelogs) {
    take(bundle, changelogs).forEach(gate::open);
  }

  private synchronized List<String> take(String bundle, List<Changelog> changelogs) {
    for (var changelog : changelogs) {
      var other = entries.get(changelog.folder());
      if (other != null && !other.bundle.equals(bundle)) {
        LOG.error(
            "Changelog {} of {} is ignored: {} has it", changelog.folder(), bundle, other.bundle);
      } else {
        entries.put(changelog.folder(), new Entry(changelog, bundle, State.WAITING, null));
      }
    }
    return advance();
  }

  /** Forgets the folders of a bundle that is gone; their tables stay. */
  void withdraw(String bundle) {
    List<String> gone;
    synchronized (this) {
      gone = snapshot().stream().filter(e -> e.bundle.equals(bundle)).map(Entry::folder).toList();
      gone.forEach(entries::remove);
    }
    gone.forEach(gate::close);
  }

  @Override
  public List<FolderStatus> status() {
    var all = snapshot();
    var applied = runner.applied(all.stream().map(Entry::folder).toList());
    return all.stream().map(e -> e.status(applied.getOrDefault(e.folder(), UNKNOWN))).toList();
  }

  @Override
  public void migrate(String folder) {
    List<String> ready = List.of();
    synchronized (this) {
      var entry = get(folder);
      if (entry.state != State.READY) {
        entries.put(folder, entry.with(State.WAITING, null));
        ready = advance();
      }
    }
    // not under the lock: a module that comes up here may do anything
    ready.forEach(gate::open);
    var entry = get(folder);
    if (entry.state != State.READY) {
      throw new MigrationException(folder, new IllegalStateException(entry.cause));
    }
  }

  @Override
  public void rollback(String folder, int count) {
    if (count <= 0) {
      throw new IllegalArgumentException("The count of changes to take back must be above 0");
    }
    get(folder);
    gate.close(folder);
    synchronized (this) {
      var entry = get(folder);
      try {
        runner.rollback(entry.changelog, count);
        entries.put(folder, entry.with(State.ROLLED_BACK, "changes were taken back"));
      } catch (MigrationException e) {
        entries.put(folder, entry.with(State.FAILED, e.getMessage()));
        throw e;
      }
    }
    LOG.warn("Changelog {}: {} changes taken back", folder, count);
  }

  /** Migrates until nothing more can be, and returns what became ready. */
  private List<String> advance() {
    var ready = new ArrayList<String>();
    for (var next = next(); next != null; next = next()) {
      var done = migrate(next);
      entries.put(next.folder(), done);
      if (done.state == State.READY) {
        ready.add(next.folder());
      }
    }
    for (var entry : snapshot()) {
      if (entry.state == State.WAITING) {
        var cause = "waits for " + String.join(", ", missing(entry));
        LOG.warn("Changelog {} {}", entry.folder(), cause);
        entries.put(entry.folder(), entry.with(State.WAITING, cause));
      }
    }
    return ready;
  }

  private Entry migrate(Entry entry) {
    var start = System.nanoTime();
    try {
      if (runner.migrate(entry.changelog)) {
        LOG.info("Changelog {}: {} ms", entry.folder(), (System.nanoTime() - start) / 1_000_000);
      }
      return entry.with(State.READY, null);
    } catch (MigrationException e) {
      LOG.error("{}; its module stays down", e.getMessage());
      LOG.debug("Changelog {}", entry.folder(), e);
      return entry.with(State.FAILED, e.getMessage());
    }
  }

  private @Nullable Entry next() {
    return snapshot().stream()
        .filter(entry -> entry.state == State.WAITING && missing(entry).isEmpty())
        .findFirst()
        .orElse(null);
  }

  private List<String> missing(Entry entry) {
    return entry.changelog.after().stream()
        .filter(folder -> !entries.containsKey(folder) || get(folder).state != State.READY)
        .toList();
  }

  private Entry get(String folder) {
    var entry = entries.get(folder);
    if (entry == null) {
      throw new IllegalArgumentException("No installed bundle brings a changelog " + folder);
    }
    return entry;
  }

  private List<Entry> snapshot() {
    synchronized (entries) {
      return List.copyOf(entries.values());
    }
  }

  /** Lets modules at their tables. */
  interface Gate {
    void open(String folder);

    void close(String folder);
  }

  private record Entry(Changelog changelog, String bundle, State state, @Nullable String cause) {

    String folder() {
      return changelog.folder();
    }

    FolderStatus status(int applied) {
      return new FolderStatus(folder(), bundle, state, applied, cause);
    }

    Entry with(State newState, @Nullable String newCause) {
      return new Entry(changelog, bundle, newState, newCause);
    }
  }
}
