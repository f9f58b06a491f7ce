package org.crmportal.rest.internal.http;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.ws.rs.core.Response;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Transactions;
import org.crmportal.rest.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Does once what is asked for twice with one {@code Idempotency-Key}. The key's row is written in
 * the transaction of the work, so both are there or neither; a second request with the key waits
 * for the first one's end.
 */
public final class Idempotency {

  private static final String CLAIM =
      """
      INSERT INTO idempotency_keys AS k (user_id, key, method, path, request_hash, created_at)
      VALUES (?, ?, ?, ?, ?, now() AT TIME ZONE 'UTC')
      ON CONFLICT (user_id, key) DO UPDATE SET method = excluded.method, path = excluded.path,
        request_hash = excluded.request_hash, status = NULL, headers = NULL, body = NULL,
        created_at = excluded.created_at
      WHERE k.created_at < excluded.created_at - INTERVAL '24 hours'
      """;
  private static final String KEPT =
      """
      SELECT method, path, request_hash, status, headers, body FROM idempotency_keys
      WHERE user_id = ? AND key = ?
      """;
  private static final String KEEP =
      """
      UPDATE idempotency_keys SET status = ?, headers = ?, body = ? WHERE user_id = ? AND key = ?
      """;
  private static final String PURGE =
      """
      DELETE FROM idempotency_keys
      WHERE created_at < (now() AT TIME ZONE 'UTC') - INTERVAL '24 hours'
      """;

  private final Transactions transactions;
  private final Problems problems;
  private final KeptAnswers answers;

  public Idempotency(Transactions transactions, Problems problems, Json json) {
    this.transactions = transactions;
    this.problems = problems;
    this.answers = new KeptAnswers(json);
  }

  /**
   * One request with a key.
   *
   * @param hash of all that the request brings
   * @param shownOnce the field of the answer that is not kept, or null if all of it is
   */
  record Request(
      UUID user, String key, String method, String path, String hash, @Nullable String shownOnce) {

    Request(UUID user, String key, Call call, String hash, @Nullable String shownOnce) {
      this(user, key, call.method(), call.pathAndQuery(), hash, shownOnce);
    }
  }

  /** Does the work in a transaction, or repeats the answer that it had. */
  Response once(Call call, Request request, Supplier<Response> work) {
    var key = request.key();
    if (key.isEmpty() || key.length() > 255 || key.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw CrmException.badParameter("Idempotency-Key", "must have 1 to 255 ASCII characters");
    }
    var claimed = new boolean[1];
    Response answer;
    try {
      return transactions.tx(
          connection -> {
            claimed[0] = claim(connection, request);
            return claimed[0] ? keep(connection, request, work.get()) : repeat(connection, request);
          });
    } catch (Undone e) {
      answer = e.answer();
    } catch (RuntimeException e) {
      answer = problems.response(e, call);
    }
    return claimed[0] && isFinal(answer.getStatus()) ? keepFailure(request, answer) : answer;
  }

  /** Forgets what is older than a day. */
  public void purge() {
    transactions.tx(
        connection -> {
          try (var statement = connection.prepareStatement(PURGE)) {
            return statement.executeUpdate();
          }
        });
  }

  /** Another attempt could end otherwise: with a new sign-in, more rights, later, or repaired. */
  private static boolean isFinal(int status) {
    return status >= 400 && status < 500 && status != 401 && status != 403 && status != 429;
  }

  private Response keepFailure(Request request, Response answer) {
    return transactions.tx(
        connection -> claim(connection, request) ? keep(connection, request, answer) : answer);
  }

  private static boolean claim(Connection connection, Request request) throws SQLException {
    try (var statement = connection.prepareStatement(CLAIM)) {
      statement.setObject(1, request.user());
      statement.setString(2, request.key());
      statement.setString(3, request.method());
      statement.setString(4, request.path());
      statement.setString(5, request.hash());
      return statement.executeUpdate() == 1;
    }
  }

  private Response keep(Connection connection, Request request, Response answer)
      throws SQLException {
    var whole = answers.whole(answer);
    try (var statement = connection.prepareStatement(KEEP)) {
      statement.setInt(1, whole.getStatus());
      statement.setObject(2, answers.headers(whole), Types.OTHER);
      statement.setBytes(3, answers.body(whole, request.shownOnce()));
      statement.setObject(4, request.user());
      statement.setString(5, request.key());
      statement.executeUpdate();
    }
    return whole;
  }

  private Response repeat(Connection connection, Request request) throws SQLException {
    try (var statement = connection.prepareStatement(KEPT)) {
      statement.setObject(1, request.user());
      statement.setString(2, request.key());
      try (var row = statement.executeQuery()) {
        if (!row.next() || row.getObject("status") == null) {
          throw CrmException.of(
              Reason.CONFLICT,
              "in_progress",
              "The first request is not over",
              Map.of("retry_after", 1));
        }
        if (!request.method().equals(row.getString("method"))
            || !request.path().equals(row.getString("path"))
            || !request.hash().equals(row.getString("request_hash"))) {
          throw CrmException.of(
              Reason.INVALID,
              "idempotency_key_reused",
              "The Idempotency-Key was sent before with another request",
              Map.of());
        }
        return answers.read(row);
      }
    }
  }
}
