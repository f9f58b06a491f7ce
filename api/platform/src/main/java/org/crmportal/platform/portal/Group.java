package org.crmportal.platform.portal;

/** The groups of the portal's navigation. */
public enum Group {
  /** People and companies, and what may be sold to them. */
  SALES,
  /** What is done for clients. */
  SERVICE,
  /** Who may do what, and how the server is. */
  ADMINISTRATION,
  /** What is the user's own: it stands in the menu of the account. */
  ACCOUNT
}
