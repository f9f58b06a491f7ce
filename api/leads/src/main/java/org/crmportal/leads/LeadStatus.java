package org.crmportal.leads;

import java.util.EnumSet;
import java.util.Set;

/** The life of a lead. {@link #CONVERTED} is final, and only a conversion leads there. */
public enum LeadStatus {
  NEW,
  CONTACTED,
  QUALIFIED,
  CONVERTED,
  LOST;

  /** What it may become by a change of its status; {@link #CONVERTED} never is among them. */
  public Set<LeadStatus> successors() {
    return switch (this) {
      case NEW -> EnumSet.of(CONTACTED, QUALIFIED, LOST);
      case CONTACTED -> EnumSet.of(QUALIFIED, LOST);
      case QUALIFIED -> EnumSet.of(CONTACTED, LOST);
      case LOST -> EnumSet.of(CONTACTED);
      case CONVERTED -> EnumSet.noneOf(LeadStatus.class);
    };
  }

  /** Whether work on the lead goes on: neither won nor lost. */
  public boolean open() {
    return this != CONVERTED && this != LOST;
  }
}
