package org.crmportal.launcher;

/** Why the server does not start, in one line that says what to do. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
