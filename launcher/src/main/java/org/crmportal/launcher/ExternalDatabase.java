package org.crmportal.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** Whether the PostgreSQL that is named in the settings can be used. */
final class ExternalDatabase {

  private static final String PREFIX = "jdbc:postgresql:";
  private static final int OLDEST_VERSION = 15;
  private static final String WAIT_SECONDS = "10";

  private ExternalDatabase() {}

  static void check(Settings settings, Path home) {
    var url = settings.text(Setting.DB_URL);
    if (url.isEmpty()) {
      checkNothingElseIsSet(settings);
      return;
    }
    var pooler = settings.text(Setting.DB_POOLER_URL);
    checkForm(Setting.DB_URL, url);
    if (!pooler.isEmpty()) {
      checkForm(Setting.DB_POOLER_URL, pooler);
    }
    var account = new Properties();
    account.setProperty("user", settings.text(Setting.DB_USER));
    account.setProperty("password", settings.text(Setting.DB_PASSWORD));
    account.setProperty("connectTimeout", WAIT_SECONDS);
    account.setProperty("loginTimeout", WAIT_SECONDS);
    account.setProperty("socketTimeout", WAIT_SECONDS);
    // A class loader of its own: the container has the driver as a bundle, and only that.
    try (var loader = new URLClassLoader(new URL[] {driver(home)})) {
      var driver =
          (Driver) loader.loadClass("org.postgresql.Driver").getConstructor().newInstance();
      connect(driver, Setting.DB_URL, url, account);
      if (!pooler.isEmpty()) {
        connect(driver, Setting.DB_POOLER_URL, pooler, account);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the distribution's PostgreSQL driver is broken", e);
    }
  }

  private static void checkNothingElseIsSet(Settings settings) {
    for (var setting :
        new Setting[] {Setting.DB_POOLER_URL, Setting.DB_USER, Setting.DB_PASSWORD}) {
      if (!settings.text(setting).isEmpty()) {
        throw new Refusal(
            "%s is set but CRM_DB_URL is not: set it too, or unset it for the embedded database"
                .formatted(setting.variable()));
      }
    }
  }

  private static void checkForm(Setting setting, String url) {
    if (!url.startsWith(PREFIX)) {
      throw new Refusal(
          "%s is %s: give a JDBC URL such as jdbc:postgresql://host:5432/crm"
              .formatted(setting.variable(), url));
    }
  }

  private static void connect(Driver driver, Setting setting, String url, Properties account) {
    try (var connection = driver.connect(url, account)) {
      checkVersion(connection, url);
    } catch (SQLException e) {
      throw new Refusal(explain(e, setting, url, account.getProperty("user")));
    }
  }

  private static void checkVersion(Connection connection, String url) throws SQLException {
    var version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST_VERSION) {
      throw new Refusal(
          "%s is PostgreSQL %d: give one of version %d or later"
              .formatted(url, version, OLDEST_VERSION));
    }
  }

  private static String explain(SQLException e, Setting setting, String url, String user) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("28")) {
      return "%s refuses user %s: check CRM_DB_USER and CRM_DB_PASSWORD".formatted(url, user);
    }
    if (state.equals("3D000")) {
      return "%s names a database that is not there: create it or correct %s"
          .formatted(url, setting.variable());
    }
    var why = String.valueOf(e.getMessage()).lines().findFirst().orElse(state);
    return "%s cannot be reached (%s): start it or correct %s"
        .formatted(url, why, setting.variable());
  }

  private static URL driver(Path home) throws IOException {
    try (var files = Files.walk(home.resolve("system/org/postgresql"))) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .findFirst()
          .map(ExternalDatabase::url)
          .orElseThrow(() -> new IOException("no PostgreSQL driver in " + home));
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
