package org.crmportal.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.health.Health;
import org.jspecify.annotations.Nullable;

/**
 * How the server is at one moment.
 *
 * @param at when
 * @param version the version of the product
 * @param node the machine and the port of this node
 * @param uptime since its JVM was started
 * @param ready whether it can serve
 * @param wrong what is not as it should be, the worst first; empty if nothing is
 * @param database the database; null if it does not answer
 * @param folders how many folders of changes there are
 * @param foldersNotReady those that the database does not have as their modules need them
 * @param modules the installed modules by name, with version and state
 * @param measured what is measured, by the names of {@code /metrics}: {@code
 *     crm_pool_connections{state="idle"}}; a part that does not answer is missing
 * @param disk the file system of the node's folder
 * @param heapUsed the bytes of the JVM's heap in use
 * @param heapMost the bytes that it may have
 * @param errors how many errors were written to the log since the start
 * @param warnings how many warnings
 * @param lastError when the last of the errors was; null if there was none
 */
public record StatusReport(
    Instant at,
    String version,
    String node,
    Duration uptime,
    boolean ready,
    List<Health> wrong,
    @Nullable Database database,
    int folders,
    List<String> foldersNotReady,
    List<ModuleState> modules,
    Map<String, Double> measured,
    Disk disk,
    long heapUsed,
    long heapMost,
    long errors,
    long warnings,
    @Nullable Instant lastError) {

  /** The lists are kept as they are now. */
  public StatusReport {
    wrong = List.copyOf(wrong);
    foldersNotReady = List.copyOf(foldersNotReady);
    modules = List.copyOf(modules);
    measured = Map.copyOf(measured);
  }

  /**
   * The database.
   *
   * @param version of PostgreSQL, such as {@code 18.6}
   * @param bytes how large it is
   * @param changes how many changes of the schema it has
   */
  public record Database(String version, long bytes, int changes) {}

  /**
   * A module.
   *
   * @param name its word
   * @param version of its bundle
   * @param state such as {@code running}
   * @param missing what it waits for, or why it failed; empty if it runs
   */
  public record ModuleState(String name, String version, String state, List<String> missing) {}

  /**
   * A file system.
   *
   * @param path what is on it: the folder of this node
   * @param free bytes that can still be written
   * @param size all of its bytes
   */
  public record Disk(String path, long free, long size) {}

  /** A page for people, of at most 80 columns and 24 lines. */
  public String text() {
    return new StatusText(this).toString();
  }

  /** The same for programs, as one JSON object with names like those of the REST API. */
  public String json() {
    return StatusJson.of(this);
  }
}
