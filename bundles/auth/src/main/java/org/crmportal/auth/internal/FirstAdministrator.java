package org.crmportal.auth.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.crmportal.auth.NewUser;
import org.crmportal.platform.Callers;
import org.crmportal.platform.StartupNotice;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the one administrator of an empty database, and tells who it is. */
@Component(
    service = {StartupNotice.class, FirstAdministrator.class},
    immediate = true,
    configurationPid = "org.crmportal.auth")
public final class FirstAdministrator implements StartupNotice {

  private static final String DEFAULT_EMAIL = "admin@crm.local";

  /** Nodes that start at once on an empty database go in one after the other. */
  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('crm_first_admin'))";

  private static final String ANYBODY = "select 1 from users limit 1";
  private static final String MAKE =
      """
      insert into users (email, password_hash, full_name, role_id, password_change_required)
      select ?, ?, 'Administrator', id, ? from roles where name = 'admin' returning id
      """;
  private static final String OLDEST =
      """
      select u.email from users u join roles r on r.id = u.role_id
      where r.name = 'admin' and u.is_active and u.deleted_at is null
      order by u.created_at, u.id limit 1
      """;

  private final Transactions transactions;
  private final Journal journal;
  private final Passwords passwords;
  private final String givenEmail;
  private final String givenPassword;
  private @Nullable String shownOnce;

  /**
   * Makes the administrator if there is nobody.
   *
   * @param migrated is there when the tables are
   */
  @Activate
  public FirstAdministrator(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Journal journal,
      @Reference Passwords passwords,
      @Reference(target = "(osgi.jndi.service.name=crm-auth)") DataSource migrated,
      AuthConfig config) {
    this(
        transactions,
        callers,
        journal,
        passwords,
        config.admin_email().strip(),
        config.admin_password());
  }

  FirstAdministrator(
      Transactions transactions,
      Callers callers,
      Journal journal,
      Passwords passwords,
      String givenEmail,
      String givenPassword) {
    this.transactions = transactions;
    this.journal = journal;
    this.passwords = passwords;
    this.givenEmail = givenEmail;
    this.givenPassword = givenPassword;
    this.shownOnce =
        callers.call(
            callers.system("first start"), () -> transactions.tx(this::makeUnlessThereIsSomebody));
  }

  @Override
  public synchronized String text() {
    var email =
        transactions.read(connection -> new Sql(OLDEST).first(connection, row -> row.getString(1)));
    var password = shownOnce == null ? "" : "\npassword: " + shownOnce;
    shownOnce = null;
    return email.map(address -> "administrator: " + address + password).orElse("");
  }

  /** Returns the password if it was generated and is to be shown. */
  private @Nullable String makeUnlessThereIsSomebody(Connection connection) throws SQLException {
    new Sql(LOCK).first(connection, row -> row);
    if (new Sql(ANYBODY).first(connection, row -> row).isPresent()) {
      return null;
    }
    var generated = givenPassword.isEmpty();
    var password = generated ? passwords.generate() : givenPassword;
    var id =
        new Sql(MAKE, email(), passwords.hash(password), generated)
            .first(connection, row -> Sql.id(row, "id"))
            .orElseThrow(() -> new IllegalStateException("There is no role admin"));
    journal.audit("created", "user", id, Map.of("email", email()));
    return generated ? password : null;
  }

  private String email() {
    var wanted = givenEmail.isEmpty() ? DEFAULT_EMAIL : givenEmail;
    var draft = new NewUser(wanted, "Administrator", null, new UUID(0, 0), true);
    return draft.email();
  }
}
