package org.crmportal.platform.console;

/**
 * A part of a command line.
 *
 * @param kind how it is given
 * @param name what it is called, in lower case with hyphens
 * @param summary what it means, in one line without a full stop
 */
public record Parameter(Kind kind, String name, String summary) {

  /** How a part of a command line is given. */
  public enum Kind {
    /** By its place, and always. */
    ARGUMENT,
    /** By its place, if at all. */
    OPTIONAL,
    /** All words that are left, in the form {@code name=value}. */
    PAIRS,
    /** With {@code --name value}, if at all. */
    OPTION,
    /** With {@code --name}, if at all. */
    FLAG
  }
}
