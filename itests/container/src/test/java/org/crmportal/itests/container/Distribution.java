package org.crmportal.itests.container;

import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ops4j.pax.exam.Option;

/** The distribution in a container of Pax Exam. */
final class Distribution {

  private Distribution() {}

  static Option[] options() throws IOException {
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
    options.add("-Dcrm.updates=" + Integer.getInteger("crm.updates", 12));
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
}
