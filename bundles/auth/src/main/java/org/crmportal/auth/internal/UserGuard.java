package org.crmportal.auth.internal;

import java.util.Objects;
import java.util.UUID;
import org.crmportal.auth.NewUser;
import org.crmportal.auth.User;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Refuses what would let somebody rise above themselves, lock themselves out, or leave nobody in
 * charge.
 */
@Component(service = UserGuard.class)
public final class UserGuard {

  private final Callers callers;
  private final RoleGrants grants;

  @Activate
  public UserGuard(@Reference Callers callers, @Reference RoleGrants grants) {
    this.callers = callers;
    this.grants = grants;
  }

  /**
   * Whether the caller may make a user with a role.
   *
   * @param imported whether it is part of an import, which has a permission of its own
   */
  void mayCreate(NewUser draft, boolean imported) {
    var caller = callers.current();
    if (!imported && !caller.may("users:create")) {
      throw CrmException.forbidden("users:create");
    }
    grants.demandRole(caller, draft.roleId());
  }

  /** Whether the caller may change a user so. */
  void mayChange(User before, NewUser draft) {
    mayTouch(before);
    var otherRole = !Objects.equals(before.roleId(), draft.roleId());
    if (otherRole) {
      grants.demandRole(callers.current(), draft.roleId());
    }
    if (otherRole || (before.isActive() && !draft.active())) {
      mayEnd(before);
    }
  }

  /** Whether the caller may give a user another password without knowing the present one. */
  void mayReset(User before) {
    mayTouch(before);
    refuseOnOneself(before.id());
  }

  /** Whether the caller may take a user's access away. */
  void mayEnd(User before) {
    mayReset(before);
    grants.keepAnotherAdministrator(before.id(), before.roleId());
  }

  /** Whether the user's role may do no more than the caller. */
  void mayTouch(User before) {
    grants.demandOver(callers.current(), before.roleId());
  }

  private void refuseOnOneself(UUID id) {
    if (id.equals(callers.current().id())) {
      throw CrmException.conflict("own_account", "Nobody does this to their own account");
    }
  }
}
