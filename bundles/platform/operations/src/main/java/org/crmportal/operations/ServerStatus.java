package org.crmportal.operations;

import org.osgi.annotation.versioning.ProviderType;

/** Tells in one place what an operator looks for, what is wrong first. */
@ProviderType
public interface ServerStatus {

  /**
   * Returns how the server is now. It answers within some seconds, also when the database or
   * another part does not. Who calls it has found out that the caller may read the modules.
   */
  StatusReport now();
}
