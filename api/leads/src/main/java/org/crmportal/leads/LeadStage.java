package org.crmportal.leads;

/**
 * How far the sale has come. The four open ones are free to move among each other while the lead is
 * open; the closed ones follow from the status.
 */
public enum LeadStage {
  PROSPECT,
  QUALIFIED,
  PROPOSAL,
  NEGOTIATION,
  CLOSED_WON,
  CLOSED_LOST;

  /** Whether the sale is still open. */
  public boolean open() {
    return this != CLOSED_WON && this != CLOSED_LOST;
  }
}
