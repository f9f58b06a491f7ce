package org.crmportal.auth.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.crmportal.platform.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Remembers for a moment what users and tokens may do. A change on this node drops it, one on
 * another node is told by the database; and nothing is older than {@link #OLDEST}, also if that
 * message is lost.
 */
@Component(service = AccessCache.class)
public final class AccessCache {

  static final Duration OLDEST = Duration.ofSeconds(3);

  private static final int LARGEST = 10_000;
  private static final String USER =
      """
      select u.id, u.full_name, u.is_active and u.deleted_at is null as active,
        u.password_change_required, r.name as role,
        array(select p.resource || ':' || p.action from role_permissions rp
          join permissions p on p.id = rp.permission_id where rp.role_id = u.role_id) as grants,
        array(select other.user_id from team_members mine join team_members other
          on other.team_id = mine.team_id where mine.user_id = u.id union select u.id) as team,
        array(select t.chain_id from refresh_tokens t where t.user_id = u.id
          and %s) as sessions
      from users u left join roles r on r.id = u.role_id where u.id = ?
      """
          .formatted(RefreshTokens.LIVE);
  private static final String TOKEN =
      """
      select id, user_id, expires_at,
        array(select jsonb_array_elements_text(permissions)) as scopes
      from api_tokens where token_hash = ? and revoked_at is null and expires_at > now()
      """;
  private static final String USED =
      """
      update api_tokens set last_used_at = now() where id = ?
        and (last_used_at is null or last_used_at < now() - interval '1 minute')
      """;

  /** What is known of an API token. */
  record Token(UUID id, UUID user, Instant expiresAt, Grants scopes) {}

  private record Known<V>(V value, long since) {
    boolean fresh() {
      return System.nanoTime() - since < OLDEST.toNanos();
    }
  }

  private final Transactions transactions;
  private final Map<UUID, Known<UserAccess>> users = new ConcurrentHashMap<>();
  private final Map<String, Known<Token>> tokens = new ConcurrentHashMap<>();
  private final AtomicLong generation = new AtomicLong();

  @Activate
  public AccessCache(@Reference Transactions transactions) {
    this.transactions = transactions;
  }

  /** What decides about a user's calls; empty if there is no such user. */
  Optional<UserAccess> user(UUID id) {
    var known = users.get(id);
    return known != null && known.fresh() ? Optional.of(known.value()) : reload(id);
  }

  /** As {@link #user}, straight from the database. */
  Optional<UserAccess> reload(UUID id) {
    var before = generation.get();
    var since = System.nanoTime();
    var access =
        transactions.read(
            connection -> new Sql(USER, id).first(connection, AccessCache::userAccess));
    access.ifPresent(value -> keep(users, id, new Known<>(value, since), before));
    return access;
  }

  /** What is known of a live API token by its hash. */
  Optional<Token> token(String hash) {
    var known = tokens.get(hash);
    if (known != null && known.fresh()) {
      return Optional.of(known.value()).filter(t -> t.expiresAt().isAfter(Instant.now()));
    }
    var before = generation.get();
    var since = System.nanoTime();
    var token = transactions.tx(connection -> use(connection, hash));
    token.ifPresent(value -> keep(tokens, hash, new Known<>(value, since), before));
    return token;
  }

  /** Forgets everything, now. */
  void drop() {
    generation.incrementAndGet();
    users.clear();
    tokens.clear();
  }

  /** Forgets everything once the running transaction is committed. */
  void dropAfterCommit() {
    transactions.afterCommit(this::drop);
  }

  /** Keeps a value unless something changed while it was read, or others cannot see it yet. */
  private <K, V> void keep(Map<K, Known<V>> map, K key, Known<V> value, long before) {
    if (transactions.active()) {
      return;
    }
    if (map.size() >= LARGEST) {
      map.clear();
    }
    map.put(key, value);
    if (generation.get() != before) {
      map.remove(key, value);
    }
  }

  private static Optional<Token> use(Connection connection, String hash) throws SQLException {
    var token =
        new Sql(TOKEN, hash)
            .first(
                connection,
                row ->
                    new Token(
                        Sql.id(row, "id"),
                        Sql.id(row, "user_id"),
                        Objects.requireNonNull(Sql.instant(row, "expires_at")),
                        new Grants(Sql.texts(row, "scopes"))));
    if (token.isPresent()) {
      new Sql(USED, token.get().id()).run(connection);
    }
    return token;
  }

  private static UserAccess userAccess(ResultSet row) throws SQLException {
    return new UserAccess(
        Sql.id(row, "id"),
        row.getString("full_name"),
        row.getBoolean("active"),
        row.getBoolean("password_change_required"),
        row.getString("role"),
        new Grants(Sql.texts(row, "grants")),
        Sql.ids(row, "team"),
        Sql.ids(row, "sessions"));
  }
}
