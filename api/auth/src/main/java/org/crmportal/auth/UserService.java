package org.crmportal.auth;

import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the users. Nobody gives a role that may do more than they may themselves, nor changes a
 * user whose role may: {@code FORBIDDEN}. Nobody deletes, deactivates or gives another role to
 * themselves, nor to the last active administrator: {@code CONFLICT}, {@code own_account} or {@code
 * last_administrator}.
 */
@ProviderType
public interface UserService extends RecordService<User, NewUser> {

  /**
   * Creates a user with a password.
   *
   * @return the user, and the password if it was generated
   * @throws CrmException {@code FORBIDDEN} without {@code users:create} or for a role with more
   *     than the caller has, {@code CONFLICT} if the e-mail is taken, {@code INVALID} if there is
   *     no such role or the password is too weak
   */
  Registration register(NewAccount account);

  /**
   * Gives a user a generated password, which must be changed at the next sign-in, and ends all
   * their sessions.
   *
   * @throws CrmException {@code FORBIDDEN} unless the caller may update the user
   */
  Registration resetPassword(UUID id);

  /**
   * Deletes a user softly; the e-mail address is free again and every session ends.
   *
   * @param reassignTo who gets the live records that belong to the user; null if nobody
   * @throws CrmException {@code CONFLICT} with counts if the user owns live records and nobody is
   *     to get them, {@code INVALID} if the successor is not an active user
   */
  void delete(UUID id, @Nullable Long version, @Nullable UUID reassignTo);

  /** A page of the active users, for whoever is signed in. */
  Page<Colleague> directory(ListQuery query);
}
