package org.crmportal.auth.internal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.crmportal.auth.Session;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Transactions;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The table {@code refresh_tokens}: each sign-in is a chain of tokens, the last of which is live.
 */
@Component(service = RefreshTokens.class)
public final class RefreshTokens {

  /**
   * A token t that is live. One issued in the future is not yet: the clock was wrong then, and the
   * token would live longer than it should. A minute covers clocks that are set right.
   */
  static final String LIVE =
      """
      t.revoked_at is null and t.expires_at > now()
          and t.expires_at <= now() + interval '30 days 1 minute'
      """;

  private static final String ISSUE =
      """
      insert into refresh_tokens
        (user_id, chain_id, token_hash, expires_at, last_used_at, ip_address, user_agent)
      values (?, ?, ?, now() + interval '30 days', now(), ?::inet, ?)
      """;
  private static final String ROTATE =
      """
      with used as (
        update refresh_tokens t set used_at = now(), revoked_at = now() from users u
        where t.token_hash = ? and %s
          and u.id = t.user_id and u.is_active and u.deleted_at is null
        returning t.user_id, t.chain_id)
      insert into refresh_tokens
        (user_id, chain_id, token_hash, expires_at, last_used_at, ip_address, user_agent)
      select user_id, chain_id, ?, now() + interval '30 days', now(), ?::inet, ? from used
      returning user_id, chain_id
      """
          .formatted(LIVE);
  private static final String FIND =
      "select user_id, chain_id from refresh_tokens where token_hash = ?";
  private static final String FIND_USED = FIND + " and used_at is not null";
  private static final String REVOKE =
      "update refresh_tokens set revoked_at = now() where revoked_at is null and user_id = ?";
  private static final String TELL = "select pg_notify('crm_access', '')";
  private static final String FORGET =
      """
      delete from refresh_tokens old where old.user_id = ? and old.expires_at < now()
        and not exists (select from refresh_tokens live where live.chain_id = old.chain_id
          and live.expires_at >= now())
      """;
  private static final String LIST =
      """
      select t.chain_id, host(t.ip_address) as address, t.user_agent, t.expires_at,
        coalesce(t.last_used_at, t.created_at) as last_used_at,
        (select min(first.created_at) from refresh_tokens first
          where first.chain_id = t.chain_id) as created_at
      from refresh_tokens t
      where t.user_id = ? and %s
      order by last_used_at desc
      """
          .formatted(LIVE);

  private final Transactions transactions;
  private final AccessCache cache;
  private final SecureRandom random = new SecureRandom();

  @Activate
  public RefreshTokens(@Reference Transactions transactions, @Reference AccessCache cache) {
    this.transactions = transactions;
    this.cache = cache;
  }

  /** The chain that a token belongs to. */
  record Chain(UUID user, UUID id) {}

  /** A chain and its live token. */
  record Issued(Chain chain, String token) {}

  /** Begins a chain. */
  Issued begin(UUID user, Origin origin) {
    var chain = new Chain(user, UUID.randomUUID());
    var token = Secrets.token(random);
    transactions.tx(
        connection -> {
          new Sql(FORGET, user).run(connection);
          return new Sql(
                  ISSUE,
                  user,
                  chain.id(),
                  Secrets.hash(token),
                  Address.of(origin.address()),
                  origin.userAgent())
              .run(connection);
        });
    return new Issued(chain, token);
  }

  /** Changes a live token for the next one of its chain, by one statement; empty if it is none. */
  Optional<Issued> rotate(String token, Origin origin) {
    var next = Secrets.token(random);
    return transactions
        .tx(
            connection ->
                new Sql(
                        ROTATE,
                        Secrets.hash(token),
                        Secrets.hash(next),
                        Address.of(origin.address()),
                        origin.userAgent())
                    .first(connection, RefreshTokens::chain))
        .map(chain -> new Issued(chain, next));
  }

  /** The chain of a token that was used already: it may have been stolen. */
  Optional<Chain> used(String token) {
    return find(FIND_USED, token);
  }

  /** The chain of a token, live or not. */
  Optional<Chain> find(String token) {
    return find(FIND, token);
  }

  /** Ends one chain of a user; says whether it was live. */
  boolean end(Chain chain) {
    return revoke(REVOKE + " and chain_id = ?", chain.user(), chain.id()) > 0;
  }

  /** Ends all chains of a user but one; null ends them all. */
  int endAll(UUID user, @Nullable UUID except) {
    return revoke(REVOKE + " and chain_id is distinct from ?::uuid", user, except);
  }

  /** The live chains of a user, the latest first. */
  List<Session> sessions(UUID user, @Nullable UUID current) {
    return transactions.read(
        connection -> new Sql(LIST, user).list(connection, row -> session(row, current)));
  }

  private Optional<Chain> find(String sql, String token) {
    return transactions.read(
        connection -> new Sql(sql, Secrets.hash(token)).first(connection, RefreshTokens::chain));
  }

  private int revoke(String sql, @Nullable Object... values) {
    return transactions.tx(
        connection -> {
          int ended = new Sql(sql, values).run(connection);
          new Sql(TELL).first(connection, row -> ended);
          cache.dropAfterCommit();
          return ended;
        });
  }

  private static Chain chain(ResultSet row) throws SQLException {
    return new Chain(Sql.id(row, "user_id"), Sql.id(row, "chain_id"));
  }

  private static Session session(ResultSet row, @Nullable UUID current) throws SQLException {
    var id = Sql.id(row, "chain_id");
    return new Session(
        id,
        Objects.requireNonNull(Sql.instant(row, "created_at")),
        Objects.requireNonNull(Sql.instant(row, "last_used_at")),
        Objects.requireNonNull(Sql.instant(row, "expires_at")),
        row.getString("address"),
        row.getString("user_agent"),
        id.equals(current));
  }
}
