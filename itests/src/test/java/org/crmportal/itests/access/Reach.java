package org.crmportal.itests.access;

import java.util.List;

/** How far a permission reaches, or how near to the reader a record is: RULES, Permissions. */
enum Reach {
  NONE,
  OWN,
  TEAM,
  ALL;

  static final List<Reach> SCOPES = List.of(OWN, TEAM, ALL);

  /** An action in this scope, as a permission is written. */
  String of(String action) {
    return switch (this) {
      case OWN -> action + "_own";
      case TEAM -> action + "_team";
      default -> action;
    };
  }

  /** Whether a permission of this scope reaches a record that is so near. */
  boolean covers(Reach nearness) {
    return this != NONE && compareTo(nearness) >= 0;
  }
}
