package org.crmportal.auth.internal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crmportal.auth.ApiToken;
import org.crmportal.auth.ApiTokenService;
import org.crmportal.auth.IssuedToken;
import org.crmportal.auth.NewApiToken;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.Violation;
import org.crmportal.platform.journal.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table {@code api_tokens}, of which everyone has their own rows. */
@Component
public final class ApiTokenServiceImpl implements ApiTokenService {

  private static final String TYPE = "api_token";
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final String COLUMNS =
      """
      id, name, expires_at, last_used_at, created_at,
      array(select jsonb_array_elements_text(permissions) order by 1) as scopes\
      """;
  private static final String ISSUE =
      """
      insert into api_tokens (user_id, name, token_hash, permissions, expires_at)
      values (?, ?, ?, to_jsonb(?::text[]), ?) returning %s
      """
          .formatted(COLUMNS);
  private static final String LIST =
      """
      select %s from api_tokens where user_id = ? and revoked_at is null and expires_at > now()
      order by created_at desc
      """
          .formatted(COLUMNS);
  private static final String REVOKE =
      """
      update api_tokens set revoked_at = now()
      where id = ? and user_id = ? and revoked_at is null and expires_at > now()
      """;

  private final Transactions transactions;
  private final Callers callers;
  private final Journal journal;
  private final RoleGrants grants;
  private final AccessCache cache;
  private final SecureRandom random = new SecureRandom();

  @Activate
  public ApiTokenServiceImpl(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Journal journal,
      @Reference RoleGrants grants,
      @Reference AccessCache cache) {
    this.transactions = transactions;
    this.callers = callers;
    this.journal = journal;
    this.grants = grants;
    this.cache = cache;
  }

  @Override
  public IssuedToken issue(NewApiToken wanted) {
    var caller = SignedIn.inPerson(callers.current());
    check(wanted, caller);
    var secret = Secrets.API_TOKEN + Secrets.token(random);
    return transactions.tx(
        connection -> {
          var insert =
              new Sql(
                  ISSUE,
                  caller.id(),
                  wanted.name(),
                  Secrets.hash(secret),
                  wanted.scopes().toArray(String[]::new),
                  wanted.expiresAt());
          var token = insert.first(connection, ApiTokenServiceImpl::token).orElseThrow();
          journal.audit(
              "created", TYPE, token.id(), Map.of("name", token.name(), "scopes", token.scopes()));
          return new IssuedToken(token, secret);
        });
  }

  private void check(NewApiToken wanted, SignedIn caller) {
    var violations = new ArrayList<Violation>();
    var known = new HashSet<String>();
    grants.permissions().forEach(each -> known.add(each.resource() + ":" + each.action()));
    for (var scope : wanted.scopes()) {
      if (!scope.contains("*") && !known.contains(scope)) {
        violations.add(
            new Violation("scopes", "unknown_permission", "There is no permission " + scope));
      } else if (!caller.grants().covers(scope)) {
        violations.add(
            new Violation("scopes", "not_held", scope + " is more than you may do yourself"));
      }
    }
    var now = Instant.now();
    if (!wanted.expiresAt().isAfter(now)) {
      violations.add(new Violation("expires_at", "in_the_past", "must be in the future"));
    } else if (wanted.expiresAt().isAfter(now.plus(LONGEST))) {
      violations.add(new Violation("expires_at", "too_late", "must be within a year from now"));
    }
    if (!violations.isEmpty()) {
      throw CrmException.invalid(violations);
    }
  }

  @Override
  public List<ApiToken> tokens() {
    var caller = SignedIn.inPerson(callers.current());
    return transactions.read(
        connection -> new Sql(LIST, caller.id()).list(connection, ApiTokenServiceImpl::token));
  }

  @Override
  public void revoke(UUID id) {
    var caller = SignedIn.inPerson(callers.current());
    transactions.tx(
        connection -> {
          if (new Sql(REVOKE, id, caller.id()).run(connection) == 0) {
            throw CrmException.notFound("API token", id);
          }
          journal.audit("revoked", TYPE, id, Map.of());
          cache.dropAfterCommit();
          return id;
        });
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(
        Sql.id(row, "id"),
        row.getString("name"),
        Sql.texts(row, "scopes"),
        Objects.requireNonNull(Sql.instant(row, "expires_at")),
        Sql.instant(row, "last_used_at"),
        Objects.requireNonNull(Sql.instant(row, "created_at")));
  }
}
