package org.crmportal.auth;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;

/**
 * An API token to be made.
 *
 * @param name what it is for, at most 100 characters
 * @param scopes what it shall allow, e.g. {@code leads:read_own}; at least one, at most 500
 * @param expiresAt when it shall end
 */
public record NewApiToken(String name, List<String> scopes, Instant expiresAt) {

  private static final Pattern SCOPE =
      Pattern.compile("(\\*|[a-z][a-z0-9_]*):(\\*|[a-z][a-z0-9_]*)");

  /**
   * Checks the fields.
   *
   * @throws CrmException {@code INVALID} with every violation
   */
  public NewApiToken {
    var checks = new Checks();
    name = checks.text("name", name, 100);
    var wanted = new TreeSet<String>();
    for (var scope : checks.present("scopes", scopes, List.<String>of())) {
      if (scope == null || !SCOPE.matcher(scope).matches()) {
        checks.fail("scopes", "unknown_permission", scope + " is not resource:action");
      } else {
        wanted.add(scope);
      }
    }
    scopes = List.copyOf(wanted);
    checks.require(scopes.size() <= 500, "scopes", "too_many", "has more than 500 entries");
    checks.require(!scopes.isEmpty(), "scopes", "required", "must not be empty");
    expiresAt = checks.present("expires_at", expiresAt, Instant.MAX);
    checks.done();
  }
}
