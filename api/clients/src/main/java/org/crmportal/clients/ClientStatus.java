package org.crmportal.clients;

/** The state of a client; any may become any other. */
public enum ClientStatus {
  ACTIVE,
  INACTIVE,
  CHURNED
}
