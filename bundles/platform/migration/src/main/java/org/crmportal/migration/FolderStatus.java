package org.crmportal.migration;

import org.jspecify.annotations.Nullable;

/**
 * How far the database has one folder of changes.
 *
 * @param folder the folder, such as {@code leads}
 * @param bundle the symbolic name of the bundle that brings it
 * @param state whether its module may work
 * @param applied how many of its changes are in the database; -1 if the database does not answer
 * @param cause why it is not ready, in one line; null if it is
 */
public record FolderStatus(
    String folder, String bundle, State state, int applied, @Nullable String cause) {

  /** Whether a module may work on its folder's tables. */
  public enum State {
    /** All changes are in the database and the data source is there. */
    READY,
    /** It comes after a folder that is not ready. */
    WAITING,
    /** A change could not be made or taken back. */
    FAILED,
    /** Somebody took changes back. */
    ROLLED_BACK
  }
}
