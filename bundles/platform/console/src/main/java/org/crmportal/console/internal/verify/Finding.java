package org.crmportal.console.internal.verify;

/**
 * What a check found.
 *
 * @param count how many rows break it; 0 if it holds
 * @param problem why it could not be checked, or what is wrong; empty if it holds
 */
public record Finding(String area, String subject, long count, String problem) {

  public boolean ok() {
    return count == 0 && problem.isEmpty();
  }
}
