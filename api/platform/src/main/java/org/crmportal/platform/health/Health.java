package org.crmportal.platform.health;

/**
 * How one part of the server is. Everybody may read it, so it holds no secret, address or name of a
 * person.
 *
 * @param part a short name, e.g. {@code database}
 * @param state whether it works
 * @param cause why it does not, in one line; empty if it does
 */
public record Health(String part, State state, String cause) {

  /** Whether a part works. */
  public enum State {
    /** It works. */
    UP,
    /** Something that can be done without is out of order; the server is ready nevertheless. */
    DEGRADED,
    /** The server cannot serve without it: it is not ready. */
    DOWN
  }

  /** The cause is kept to one line. */
  public Health {
    cause = cause.replaceAll("\\s+", " ").strip();
  }

  /** A part that works. */
  public static Health up(String part) {
    return new Health(part, State.UP, "");
  }

  /** A part that the server can do without and that does not work. */
  public static Health degraded(String part, String cause) {
    return new Health(part, State.DEGRADED, cause);
  }

  /** A part without which the server is not ready. */
  public static Health down(String part, String cause) {
    return new Health(part, State.DOWN, cause);
  }
}
