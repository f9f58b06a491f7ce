package org.crmportal.platform.module;

import java.util.List;
import java.util.Map;

/**
 * What a change of the installed modules did, or would do.
 *
 * @param module the module that was asked for
 * @param dryRun whether nothing was done
 * @param installed the modules that came, those that it depends on included, by name; empty if all
 *     were there
 * @param removed the modules that went; empty if none did
 * @param kept how many live records of the removed module stay in the database, by their table
 *     ({@code leads}); only of what ran when it was removed
 * @param waiting what the installed modules still wait for; empty if they run
 * @param node the node that was changed, as host and port: no other one is
 * @param note the same in a sentence for people
 */
public record ModuleChange(
    String module,
    boolean dryRun,
    List<String> installed,
    List<String> removed,
    Map<String, Long> kept,
    List<String> waiting,
    String node,
    String note) {

  public ModuleChange {
    installed = List.copyOf(installed);
    removed = List.copyOf(removed);
    kept = Map.copyOf(kept);
    waiting = List.copyOf(waiting);
  }
}
