package org.crmportal.launcher.client;

/** Why there is no console, in one line that says what to do. */
final class Unreachable extends Exception {

  /** What ssh answers for the same. */
  static final int STATUS = 255;

  private static final long serialVersionUID = 1L;

  Unreachable(String message) {
    super(message);
  }
}
