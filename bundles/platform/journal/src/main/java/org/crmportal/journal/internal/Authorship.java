package org.crmportal.journal.internal;

import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.People;
import org.crmportal.platform.Scope;
import org.crmportal.platform.journal.Activity;
import org.crmportal.platform.journal.NewActivity;
import org.jspecify.annotations.Nullable;

/** Whose an activity is, and who may do what with it for that reason. */
final class Authorship {

  private final Callers callers;
  private final People people;

  Authorship(Callers callers, People people) {
    this.callers = callers;
    this.people = people;
  }

  @Nullable UUID caller() {
    return callers.current().id();
  }

  boolean isCaller(@Nullable UUID user) {
    return user != null && user.equals(caller());
  }

  /** Refuses all but the author, and those who may do it to all activities. */
  void require(Activity activity, String action) {
    if (!activity.byPeople()) {
      throw refused("system_activity", "What the system wrote nobody changes");
    }
    var all = callers.current().scope(Activity.TYPE.resource(), action) == Scope.ALL;
    if (!all && !isCaller(activity.userId())) {
      throw refused("not_author", "Only its author may do this");
    }
  }

  /** Refuses to close a follow-up to all but its owner and its author. */
  void requireOwner(Activity activity) {
    if (!isCaller(activity.ownerId())) {
      require(activity, "update");
    }
  }

  /** A follow-up is its author's unless somebody else is named. */
  NewActivity owned(NewActivity draft) {
    if (draft.dueDate() == null) {
      return draft;
    }
    var owner = draft.ownerId() == null ? caller() : draft.ownerId();
    if (owner != null && !isCaller(owner) && people.name(owner).isEmpty()) {
      throw CrmException.invalid("owner_id", "unknown_user", "is not an active user");
    }
    return new NewActivity(
        draft.entityType(),
        draft.entityId(),
        draft.action(),
        draft.description(),
        draft.dueDate(),
        owner);
  }

  private static CrmException refused(String kind, String message) {
    return CrmException.of(Reason.FORBIDDEN, kind, message, Map.of());
  }
}
