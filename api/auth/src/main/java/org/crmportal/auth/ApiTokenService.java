package org.crmportal.auth;

import java.util.List;
import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps the API tokens of the caller. */
@ProviderType
public interface ApiTokenService {

  /**
   * Makes a token that may do what its scopes say and its user may do at the time of the call.
   *
   * @throws CrmException {@code INVALID} if a scope is more than the caller may, or if it would not
   *     end within a year from now; {@code FORBIDDEN} if the caller is an API token itself
   */
  IssuedToken issue(NewApiToken token);

  /** The live tokens of the caller, the latest first. */
  List<ApiToken> tokens();

  /**
   * Ends a token of the caller.
   *
   * @throws CrmException {@code NOT_FOUND} if the caller has no such live token
   */
  void revoke(UUID id);
}
