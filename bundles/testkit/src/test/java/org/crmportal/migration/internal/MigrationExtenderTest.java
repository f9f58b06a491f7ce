package org.crmportal.migration.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.sql.DataSource;
import org.apache.felix.framework.FrameworkFactory;
import org.crmportal.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** The extender in a framework of its own, with bundles as an extension would bring them. */
class MigrationExtenderTest {

  private static final String TABLE =
      """
      --liquibase formatted sql
      --changeset test:extra
      CREATE TABLE extra (id INTEGER);
      --rollback DROP TABLE extra;
      """;
  private static final String MORE =
      """
      --liquibase formatted sql
      --changeset test:more
      ALTER TABLE extra ADD COLUMN name TEXT;
      --rollback ALTER TABLE extra DROP COLUMN name;
      """;

  @TempDir private Path cache;
  private TestDatabase database;
  private Framework framework;
  private MigrationExtender extender;

  @BeforeEach
  void start() throws BundleException {
    database = TestDatabase.empty();
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    cache.toString(),
                    Constants.FRAMEWORK_STORAGE_CLEAN,
                    Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    "javax.sql"));
    framework.start();
    var source = database.dataSource();
    extender = new MigrationExtender(framework.getBundleContext(), source, source);
    extender.open();
  }

  @AfterEach
  void stop() throws BundleException, InterruptedException {
    extender.close();
    framework.stop();
    framework.waitForStop(10_000);
    database.close();
  }

  @Test
  void aBundleThatStartsHasItsTablesAndThenItsDataSource() throws Exception {
    var bundle = install(bundle("extra", Map.of("001.sql", TABLE)));
    assertThat(dataSource("extra")).isNull();

    bundle.start();

    assertThat(dataSource("extra")).isNotNull();
    database.execute("INSERT INTO extra (id) VALUES (1)");
  }

  @Test
  void anUpdateMigratesAndRestartsNothing() throws Exception {
    var bundle = install(bundle("extra", Map.of("001.sql", TABLE)));
    bundle.start();
    var before = dataSource("extra");

    bundle.update(bundle("extra", Map.of("001.sql", TABLE, "002.sql", MORE)));

    assertThat(dataSource("extra")).isSameAs(before);
    database.execute("INSERT INTO extra (id, name) VALUES (1, 'x')");
  }

  @Test
  void anUninstalledBundleLosesItsDataSourceAndKeepsItsTables() throws Exception {
    var bundle = install(bundle("extra", Map.of("001.sql", TABLE)));
    bundle.start();
    bundle.stop();
    assertThat(dataSource("extra")).isNotNull();

    bundle.uninstall();

    assertThat(dataSource("extra")).isNull();
    database.execute("INSERT INTO extra (id) VALUES (1)");
  }

  @Test
  void aBundleWithAWrongHeaderOrWithoutFilesHarmsNobody() throws Exception {
    install(bundle("Extra!", Map.of())).start();
    install(bundle("empty", Map.of())).start();
    install(bundle("extra", Map.of("001.sql", TABLE))).start();

    assertThat(dataSource("empty")).isNull();
    assertThat(dataSource("extra")).isNotNull();
  }

  @Test
  void withoutTheDatabaseNothingIsLeftOpen() throws Exception {
    install(bundle("extra", Map.of("001.sql", TABLE))).start();

    extender.close();

    assertThat(dataSource("extra")).isNull();
  }

  private Bundle install(InputStream bundle) throws BundleException {
    var number = framework.getBundleContext().getBundles().length;
    return framework.getBundleContext().installBundle("memory:" + number, bundle);
  }

  private static InputStream bundle(String folder, Map<String, String> files) throws IOException {
    var manifest = new Manifest();
    var headers = manifest.getMainAttributes();
    headers.putValue("Manifest-Version", "1.0");
    headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    headers.putValue(Constants.BUNDLE_SYMBOLICNAME, "test." + folder.replace("!", ""));
    headers.putValue(ChangelogHeader.NAME, folder);
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes, manifest)) {
      for (var file : files.entrySet()) {
        jar.putNextEntry(new JarEntry("db/" + folder + "/" + file.getKey()));
        jar.write(file.getValue().getBytes(UTF_8));
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private @Nullable ServiceReference<DataSource> dataSource(String folder)
      throws InvalidSyntaxException {
    return framework
        .getBundleContext()
        .getServiceReferences(DataSource.class, "(osgi.jndi.service.name=crm-" + folder + ")")
        .stream()
        .findFirst()
        .orElse(null);
  }
}
