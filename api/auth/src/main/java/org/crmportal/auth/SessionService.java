package org.crmportal.auth;

import java.util.List;
import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.osgi.annotation.versioning.ProviderType;

/** Signs users in and out. Nothing of it is kept in memory: any node can go on. */
@ProviderType
public interface SessionService {

  /**
   * Signs a user in.
   *
   * @throws CrmException {@code UNAUTHENTICATED} for an unknown e-mail, a wrong password and a
   *     deactivated user alike, in the same time and words; {@code TOO_MANY} after five failures of
   *     this user from this address, for a time that grows
   */
  SignIn signIn(String email, String password, Origin origin);

  /**
   * Changes a refresh token for a new pair.
   *
   * @throws CrmException {@code UNAUTHENTICATED} if the token is unknown, expired, revoked or used;
   *     a used one also ends its session, since it may have been stolen
   */
  SignIn refresh(String refreshToken, Origin origin);

  /** Ends the session of a refresh token; of an unknown one nothing is told. */
  void signOut(String refreshToken, Origin origin);

  /**
   * Ends the session of an access token; of an invalid one nothing is told.
   *
   * @param accessToken without {@code Bearer}
   */
  void endSession(String accessToken, Origin origin);

  /**
   * The signed-in user. It works also while a generated password waits to be changed.
   *
   * @param accessToken an access token or an API token, without {@code Bearer}
   * @throws CrmException {@code UNAUTHENTICATED} if the token is not valid
   */
  Account account(String accessToken, Origin origin);

  /**
   * Changes the password of the signed-in user and ends their other sessions. It works also while a
   * generated password waits to be changed; not with an API token.
   *
   * @throws CrmException {@code UNAUTHENTICATED} if the token is not valid, {@code INVALID} if the
   *     current password is wrong or the new one too weak, {@code TOO_MANY} after five failures
   */
  void changePassword(String accessToken, String current, String changed, Origin origin);

  /** The live sessions of the caller, the latest first. */
  List<Session> sessions();

  /**
   * Ends a session of the caller.
   *
   * @throws CrmException {@code NOT_FOUND} if the caller has no such live session
   */
  void revoke(UUID id);

  /** Ends all sessions of the caller but the current one. */
  void revokeOthers();
}
