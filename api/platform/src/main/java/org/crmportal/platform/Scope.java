package org.crmportal.platform;

/** Which records of a resource an action reaches; a later one includes the earlier ones. */
public enum Scope {
  /** No record at all. */
  NONE,
  /** What is assigned to, managed by or created by the caller. */
  OWN,
  /** Also what belongs so to a member of one of the caller's teams. */
  TEAM,
  /** Every record. */
  ALL
}
