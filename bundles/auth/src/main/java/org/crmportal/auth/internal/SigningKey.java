package org.crmportal.auth.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import javax.sql.DataSource;
import org.crmportal.platform.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The key of access tokens, the same on all nodes: from a file, or else made once by the first node
 * and kept in the database.
 */
@Component(service = SigningKey.class, configurationPid = "org.crmportal.auth")
public final class SigningKey {

  private static final int BYTES = 32;
  private static final String MAKE =
      "insert into auth_keys (name, value) values ('access_token', ?) on conflict do nothing";
  private static final String READ = "select value from auth_keys where name = 'access_token'";

  private final AccessTokens tokens;

  /**
   * Reads or makes the key.
   *
   * @param migrated is there when the tables are
   */
  @Activate
  public SigningKey(
      @Reference Transactions transactions,
      @Reference(target = "(osgi.jndi.service.name=crm-auth)") DataSource migrated,
      AuthConfig config) {
    this(transactions, config.jwt_key_file().strip());
  }

  SigningKey(Transactions transactions, String file) {
    tokens =
        new AccessTokens(file.isEmpty() ? shared(transactions) : read(file), Clock.systemUTC());
  }

  /** What signs and checks with the key. */
  AccessTokens tokens() {
    return tokens;
  }

  private static byte[] shared(Transactions transactions) {
    var made = new byte[BYTES];
    new SecureRandom().nextBytes(made);
    var text =
        transactions.tx(
            connection -> {
              new Sql(MAKE, Base64.getEncoder().encodeToString(made)).run(connection);
              return new Sql(READ).first(connection, row -> row.getString(1)).orElseThrow();
            });
    return Base64.getDecoder().decode(text);
  }

  private static byte[] read(String file) {
    byte[] key;
    try {
      key = Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new IllegalStateException("CRM_JWT_KEY_FILE cannot be read: " + e, e);
    }
    if (key.length < BYTES) {
      throw new IllegalStateException("CRM_JWT_KEY_FILE must hold at least " + BYTES + " bytes");
    }
    return key;
  }
}
