package org.crmportal.rest.internal.http;

import javax.ws.rs.core.Response;

/** Rolls the transaction back although the method returned: its answer is a failure. */
final class Undone extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Response answer;

  Undone(Response answer) {
    super("answered " + answer.getStatus(), null, false, false);
    this.answer = answer;
  }

  Response answer() {
    return answer;
  }
}
