package org.crmportal.platform.module;

import java.util.List;
import java.util.Optional;
import org.crmportal.platform.CrmException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Installs and removes modules of this node while the others serve. Everything comes from the
 * build's own files, never from the network. A change outlives restarts and upgrades; a node that
 * dies in one has the new choice, or else the old one, at its next start. Changes wait for each
 * other. Each is in the audit trail.
 */
@ProviderType
public interface ModuleService {

  /** Every module that this build or an installed feature repository has, by name. */
  List<ModuleChoice> choices();

  /**
   * Installs a module and what it depends on, and waits for up to a minute until it serves.
   * Installed again, a module finds the records it had.
   *
   * @param module the module's word
   * @param dryRun to be told what would happen, and change nothing
   * @throws CrmException {@code FORBIDDEN} without {@code modules:update}; {@code INVALID} if there
   *     is no such module, naming those that there are; {@code CONFLICT} ({@code
   *     module_not_installable}) if something that it needs is not there, ({@code change_running})
   *     if another change takes too long
   */
  ModuleChange install(String module, boolean dryRun);

  /**
   * Removes a module. Its records stay in the database, and so do the permissions that roles have
   * for it.
   *
   * @param module the module's word
   * @param dryRun to be told what would happen, and change nothing
   * @throws CrmException {@code FORBIDDEN} without {@code modules:update}; {@code NOT_FOUND} if it
   *     is not installed; {@code CONFLICT} ({@code module_compulsory}) if everything stands on it,
   *     ({@code module_needed}) if installed modules need it, which {@code needed_by} names,
   *     ({@code module_deployed}) if it came as a file in a watched folder and goes with it,
   *     ({@code change_running}) if another change takes too long
   */
  ModuleChange remove(String module, boolean dryRun);

  /**
   * The module that would serve a path if it were installed.
   *
   * @param path below {@code /api/v1}, such as {@code /leads/import}
   * @return the module's word, or empty if no module that is not installed claims the path
   */
  Optional<String> absent(String path);
}
