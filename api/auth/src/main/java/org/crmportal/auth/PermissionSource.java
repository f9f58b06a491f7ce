package org.crmportal.auth;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Declares permissions that belong to no record type; register an implementation as a service.
 * Those that are not known yet are added, and only then the default grants are given: what an
 * administrator took away stays away. Those of record types are declared by the type itself.
 */
@ConsumerType
public interface PermissionSource {

  /** The permission resource, e.g. {@code reports}. */
  String resource();

  /** The actions, e.g. {@code read}, {@code read_own}. */
  Set<String> actions();

  /** What roles get when an action is first seen: actions by the role's name. */
  Map<String, Set<String>> grants();
}
