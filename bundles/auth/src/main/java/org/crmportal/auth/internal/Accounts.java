package org.crmportal.auth.internal;

import java.util.Optional;
import java.util.UUID;
import org.crmportal.auth.Account;
import org.crmportal.auth.User;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users as signing in sees them. */
@Component(service = Accounts.class)
public final class Accounts {

  private static final String FIND =
      """
      select id, email, password_hash, is_active from users
      where deleted_at is null and %s
      """;
  private static final String SIGNED_IN = "update users set last_login_at = now() where id = ?";
  private static final String PASSWORD =
      """
      update users set password_hash = ?, password_change_required = false,
        version = version + 1, updated_at = now() where id = ?
      """;

  private final Transactions transactions;
  private final Callers callers;
  private final Records records;
  private final AccessCache cache;

  @Activate
  public Accounts(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Records records,
      @Reference AccessCache cache) {
    this.transactions = transactions;
    this.callers = callers;
    this.records = records;
    this.cache = cache;
  }

  /** What a sign-in is compared with. */
  record Stored(UUID id, String email, String hash, boolean active) {}

  Optional<Stored> byEmail(String email) {
    return find("lower(email) = ?", email);
  }

  Optional<Stored> byId(UUID id) {
    return find("id = ?", id);
  }

  private Optional<Stored> find(String condition, Object value) {
    return transactions.read(
        connection ->
            new Sql(FIND.formatted(condition), value)
                .first(
                    connection,
                    row ->
                        new Stored(
                            Sql.id(row, "id"),
                            row.getString("email"),
                            row.getString("password_hash"),
                            row.getBoolean("is_active"))));
  }

  /** Keeps when a user signed in; nothing else of the user changes, the version neither. */
  void signedIn(UUID user) {
    transactions.tx(connection -> new Sql(SIGNED_IN, user).run(connection));
  }

  /** Keeps a password that the user chose. */
  void password(UUID user, String hash) {
    transactions.tx(connection -> new Sql(PASSWORD, hash, user).run(connection));
    cache.dropAfterCommit();
  }

  /** A user as they see themselves. */
  Account account(UUID user) {
    return account(user, access(user).grants());
  }

  /** A user as they see themselves with a token that allows less. */
  Account account(UUID id, Grants grants) {
    var user = callers.call(callers.system("auth"), () -> records.get(User.TYPE, id));
    return new Account(
        user.id(),
        user.email(),
        user.fullName(),
        user.phone(),
        user.roleId(),
        user.role(),
        user.isActive(),
        user.isVerified(),
        user.passwordChangeRequired(),
        user.lastLoginAt(),
        user.createdAt(),
        grants.names());
  }

  /** A user as the caller of a request that has no access token. */
  Caller caller(UUID user, Origin origin) {
    return access(user).impersonated(origin);
  }

  private UserAccess access(UUID user) {
    return cache
        .user(user)
        .orElseThrow(() -> CrmException.unauthenticated("The user is not there any more"));
  }
}
