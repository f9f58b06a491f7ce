package org.crmportal.migration;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The changelogs of all installed bundles and how far the database has them. Migrations run by
 * themselves when a bundle starts; this is for whoever looks after the server.
 */
@ProviderType
public interface Migrations {

  /** Returns every folder, those that others come after first. It does not wait for a migration. */
  List<FolderStatus> status();

  /**
   * Tries a folder again whose migration failed or which was rolled back. If it succeeds, modules
   * that waited for it come up. A folder that is ready is left alone.
   *
   * @param folder the folder, such as {@code leads}
   * @throws IllegalArgumentException if no installed bundle brings it
   * @throws MigrationException if it fails again or waits for another folder
   */
  void migrate(String folder);

  /**
   * Takes the last changes of a folder back. Its data source goes away before, so its modules stop;
   * they return with {@link #migrate} or with a bundle of another version.
   *
   * @param folder the folder, such as {@code leads}
   * @param count how many changes; more than there are means all
   * @throws IllegalArgumentException if no installed bundle brings the folder or the count is not
   *     above 0
   * @throws MigrationException if a change cannot be taken back, for instance because another
   *     folder's tables refer to it; the changes after it have been taken back
   */
  void rollback(String folder, int count);
}
