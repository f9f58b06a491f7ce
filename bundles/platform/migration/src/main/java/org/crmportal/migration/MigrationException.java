package org.crmportal.migration;

/** A folder could not be migrated; the message names it and the cause in one line. */
public final class MigrationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param folder the changelog's folder
   * @param cause why; its innermost message becomes part of this one's
   */
  public MigrationException(String folder, Throwable cause) {
    super("Changelog " + folder + ": " + firstLineOfRoot(cause), cause);
  }

  private static String firstLineOfRoot(Throwable cause) {
    var root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
  }
}
