package org.crmportal.auth.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Counts failures by user and address, for all nodes. An e-mail that nobody has is counted too, or
 * else the count would tell who has an account.
 */
@Component(service = LoginFailures.class, configurationPid = "org.crmportal.signin")
@Designate(ocd = LoginFailures.Config.class)
public final class LoginFailures {

  /** A failure of the future was counted by a clock that has been set right since. */
  private static final String WAIT =
      """
      select ceil(extract(epoch from blocked_until - now()::timestamp))::bigint
      from login_failures where identity = ? and address = ?::inet and blocked_until > now()
        and last_failure_at <= now() + interval '1 minute'
      """;

  private static final String COUNT =
      """
      insert into login_failures as f (identity, address, failures, last_failure_at)
      values (?, ?::inet, 1, now())
      on conflict (identity, address) do update set last_failure_at = now(),
        failures = case when f.last_failure_at < now() - interval '1 day' then 1
          else f.failures + 1 end
      returning failures
      """;
  private static final String BLOCK =
      """
      update login_failures set blocked_until = now() + make_interval(secs => ?)
      where identity = ? and address = ?::inet
      """;
  private static final String FORGET =
      "delete from login_failures where identity = ? and address = ?::inet";
  private static final String FORGET_OLD =
      "delete from login_failures where last_failure_at < now() - interval '2 days'";

  private final Transactions transactions;
  private volatile int allowed;

  /** The keys of {@code org.crmportal.signin.cfg}. */
  @ObjectClassDefinition(name = "Signing in")
  public @interface Config {
    @AttributeDefinition(
        name = "Failures of a user and address until they have to wait",
        min = "1",
        max = "100")
    int failures() default Backoff.ALLOWED;
  }

  @Activate
  public LoginFailures(@Reference Transactions transactions, Config config) {
    this(transactions, config.failures());
  }

  LoginFailures(Transactions transactions, int allowed) {
    this.transactions = transactions;
    this.allowed = allowed;
  }

  @Modified
  void change(Config config) {
    this.allowed = config.failures();
  }

  /**
   * Refuses who has failed too often.
   *
   * @throws CrmException {@code TOO_MANY} with the seconds to wait
   */
  void check(String email, Origin origin) {
    var wait =
        transactions.read(
            connection ->
                new Sql(WAIT, identity(email), Address.of(origin.address()))
                    .first(connection, row -> row.getLong(1)));
    if (wait.isPresent()) {
      throw CrmException.of(
          Reason.TOO_MANY,
          "too_many_failures",
          "Too many failed attempts, try again in " + wait.get() + " seconds",
          Map.of("retry_after", Math.max(1, wait.get())));
    }
  }

  /** Counts a failure, in the running transaction or one of its own. */
  void count(String email, Origin origin) {
    var identity = identity(email);
    var address = Address.of(origin.address());
    transactions.tx(
        connection -> {
          new Sql(FORGET_OLD).run(connection);
          int failures =
              new Sql(COUNT, identity, address)
                  .first(connection, row -> row.getInt(1))
                  .orElseThrow();
          Duration pause = Backoff.after(failures - allowed + Backoff.ALLOWED);
          return pause.isZero()
              ? 0
              : new Sql(BLOCK, pause.toSeconds(), identity, address).run(connection);
        });
  }

  /** Forgets the failures of who has succeeded, in the running transaction. */
  void forget(String email, Origin origin) {
    transactions.tx(
        connection ->
            new Sql(FORGET, identity(email), Address.of(origin.address())).run(connection));
  }

  /** A hash, since people type passwords where the e-mail belongs. */
  private static String identity(String email) {
    return Secrets.hash(email.strip().toLowerCase(Locale.ROOT));
  }
}
