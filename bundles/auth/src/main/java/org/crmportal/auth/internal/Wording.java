package org.crmportal.auth.internal;

import java.util.List;
import org.crmportal.auth.Access.Tie;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Puts the outcome of one action into words.
 *
 * @param permission the grant that decides, or null if there is none
 */
record Wording(@Nullable String permission, Scope scope) {

  static Wording of(Grants grants, String resource, String action) {
    var name = resource + ":" + action;
    var scope = grants.scope(resource, action);
    return new Wording(
        switch (scope) {
          case NONE -> null;
          case OWN -> grants.deciding(name + "_own");
          case TEAM -> grants.deciding(name + "_team");
          case ALL -> grants.deciding(name);
        },
        scope);
  }

  String allowed(List<Tie> ties) {
    if (scope == Scope.ALL) {
      return permission + " reaches every record";
    }
    return ties.stream()
        .filter(tie -> tie.scope().compareTo(scope) <= 0)
        .findFirst()
        .map(tie -> permission + " reaches it by " + tie.column() + " of the " + tie.entityType())
        .orElse("whoever is signed in may do this");
  }

  String refused(CrmException why) {
    return switch (scope) {
      case NONE -> String.valueOf(why.getMessage());
      case OWN -> permission + " reaches only what belongs to the user";
      case TEAM -> permission + " reaches only what belongs to somebody in the user's teams";
      case ALL ->
          why.reason() == Reason.NOT_FOUND
              ? "the user may not see the record"
              : String.valueOf(why.getMessage());
    };
  }
}
