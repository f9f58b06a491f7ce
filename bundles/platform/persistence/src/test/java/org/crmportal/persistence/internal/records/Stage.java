package org.crmportal.persistence.internal.records;

/** An enumeration as columns have them. */
public enum Stage {
  NEW,
  IN_TALKS,
  WON
}
