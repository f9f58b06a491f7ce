package org.crmportal.platform.health;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Says how parts of the server are; register an implementation as a service. */
@ConsumerType
public interface HealthCheck {

  /**
   * The parts that this knows of, as they are now. It is called often and by anybody: it answers
   * within a second and changes nothing. An exception counts as a part that is down.
   */
  List<Health> check();
}
