package org.crmportal.migration;

/** A folder could not be migrated; the message names it and the cause in one line. */
public final class MigrationException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  /**
   * @param folder the changelog's folder
   * @param cause why; its innermost message becomes part of this one's
   */
  public MigrationException(String folder, Throwable cause) {
    super("Changelog " + folder + ": " + root(cause), cause);
  }

  private static String root(Throwable cause) {
    var root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    var text = String.valueOf(root.getMessage()).strip().replaceAll("\\s+", " ");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
