package org.crmportal.leads;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gives a lead points; register an implementation as a service. The points of all scorers are added
 * and kept within 0 to 100. It is called with every change of a lead, in its transaction: it must
 * be quick and must not call back. One that throws is left out, and logged.
 */
@ConsumerType
public interface LeadScorer {

  /** The points by rule, e.g. {@code {"has_phone": 10}}; negative ones take away. */
  Map<String, Integer> score(Lead lead);
}
