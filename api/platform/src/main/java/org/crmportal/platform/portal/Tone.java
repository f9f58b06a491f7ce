package org.crmportal.platform.portal;

/** How a value is to be felt: what colour its badge has. */
public enum Tone {
  /** It is under way. */
  INFO,
  /** It went well. */
  SUCCESS,
  /** Somebody should look at it. */
  WARNING,
  /** It went wrong. */
  DANGER,
  /** It is over, or says nothing. */
  NEUTRAL
}
