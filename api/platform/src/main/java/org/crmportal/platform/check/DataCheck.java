package org.crmportal.platform.check;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The rules of a module's data that no constraint of the database can hold, such as those over
 * several tables. Register an implementation as a service: {@code crm:verify} asks it while the
 * module runs. What the schema and the record types say is checked without it.
 */
@ConsumerType
public interface DataCheck {

  /** The module's word, under which the results are listed. */
  String area();

  /** The rules, always the same. */
  List<Rule> rules();

  /**
   * A rule.
   *
   * @param subject what breaks it, in the plural: {@code converted leads without a client}
   * @param sql selects what breaks it, one column that names a row to an operator, such as its id.
   *     It runs read-only, as long as it takes, and can be interrupted.
   */
  record Rule(String subject, String sql) {}
}
