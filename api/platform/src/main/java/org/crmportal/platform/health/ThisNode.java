package org.crmportal.platform.health;

import org.osgi.annotation.versioning.ProviderType;

/** This server among those that share its database. */
@ProviderType
public interface ThisNode {

  /** Its name, as host and port: {@code crm1:8181}. */
  String name();
}
