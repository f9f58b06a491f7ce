package org.crmportal.jobs.internal.csv;

/** A text that is no value of its column; the message says what it should be. */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1;

  Unreadable(String message) {
    super(message, null, false, false);
  }
}
