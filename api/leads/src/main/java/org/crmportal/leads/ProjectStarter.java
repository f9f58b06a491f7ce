package org.crmportal.leads;

import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/** Begins a project with a client that a lead has become; the module projects provides it. */
@ConsumerType
public interface ProjectStarter {

  /**
   * Begins the project, in the transaction of the conversion.
   *
   * @return the project's id
   */
  UUID start(UUID client, Conversion.Project project);
}
