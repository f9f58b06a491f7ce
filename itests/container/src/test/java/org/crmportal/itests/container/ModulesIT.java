package org.crmportal.itests.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.crmportal.clients.ClientService;
import org.crmportal.leads.LeadService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The modules in the container: their features install, and one comes and goes alone. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ModulesIT {

  @Inject BundleContext context;
  @Inject FeaturesService features;

  @Inject
  @Filter(timeout = 240_000)
  LeadService leads;

  @Inject
  @Filter(timeout = 240_000)
  ClientService clients;

  @Configuration
  public Option[] container() throws IOException {
    var options = new ArrayList<Option>();
    options.add(
        karafDistributionConfiguration()
            .frameworkUrl(archive().toURI().toString())
            .name("CRM Portal")
            .unpackDirectory(new File("target/exam"))
            .useDeployFolder(false));
    options.add(keepRuntimeFolder());
    // The distribution resolves nothing but itself; the test's own bundles come as Maven's do.
    options.add(resolver("localRepository", System.getProperty("localRepository")));
    options.add(resolver("useFallbackRepositories", "true"));
    options.add(configureConsole().ignoreLocalConsole().ignoreRemoteShell());
    javaOptions().forEach(option -> options.add(vmOption(option)));
    return options.toArray(Option[]::new);
  }

  private static Option resolver(String key, String value) {
    var file = "etc/org.ops4j.pax.url.mvn.cfg";
    return editConfigurationFilePut(file, "org.ops4j.pax.url.mvn." + key, value);
  }

  private static File archive() {
    var files =
        new File("../../karaf-assembly/target").listFiles((dir, name) -> name.endsWith(".tar.gz"));
    return Arrays.stream(files).findFirst().orElseThrow();
  }

  /** What bin/crm gives the JVM, which Pax Exam starts by itself. */
  private static List<String> javaOptions() throws IOException {
    var options = new ArrayList<>(List.of("-Xmx512m", "-Duser.timezone=UTC"));
    options.add("-Dcrm.http_port=" + freePort());
    options.add("-Dcrm.ssh_port=" + freePort());
    options.add("-Dcrm.admin_password=correct horse battery");
    options.add("--add-reads=java.xml=java.logging");
    for (var name : List.of("file", "http", "https", "jar")) {
      options.add("--add-exports=java.base/sun.net.www.protocol." + name + "=ALL-UNNAMED");
    }
    options.add("--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED");
    for (var name : List.of("lang", "net", "security", "util")) {
      options.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED");
    }
    options.add("--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED");
    options.add("-classpath");
    options.add("lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*");
    return options;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  public void everyModulesFeatureIsInstalled() throws Exception {
    for (var module : List.of("platform", "auth", "leads", "clients")) {
      var feature = features.getFeature("crm-" + module);
      assertNotNull(module, feature);
      assertTrue(module, features.isInstalled(feature));
    }
  }

  @Test
  public void aModuleStopsUpdatesAndStartsAlone() throws Exception {
    await("/clients", 401);
    var module = bundle("crm-clients");
    module.stop();
    await("/clients", 503);
    assertEquals(Bundle.ACTIVE, bundle("crm-leads").getState());
    assertEquals(401, status("/leads"));
    module.update();
    module.start();
    await("/clients", 401);
    assertEquals(401, status("/leads"));
  }

  private Bundle bundle(String name) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> name.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  private void await(String path, int wanted) throws IOException {
    var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (status(path) != wanted) {
      assertTrue(path + " is not " + wanted, System.nanoTime() < end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private int status(String path) throws IOException {
    var address = "http://127.0.0.1:" + context.getProperty("crm.http_port") + "/api/v1" + path;
    var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    return connection.getResponseCode();
  }
}
