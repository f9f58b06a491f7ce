package org.crmportal.launcher;

import java.nio.file.Path;

/** Checks what a start needs, makes the node's folder, and hands over to Karaf in the same JVM. */
public final class Main {

  private Main() {}

  /** The distribution's folder is in the system property {@code karaf.home}. */
  public static void main(String[] arguments) throws Exception {
    try {
      run(Path.of(System.getProperty("karaf.home")), arguments);
    } catch (Refusal e) {
      System.err.println("crm: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Path home, String[] arguments) throws Exception {
    Preflight.checkJava(Runtime.version().feature());
    var environment = System.getenv();
    try (var node = Node.open(home, environment.getOrDefault("CRM_DATA", ""))) {
      var settings = Settings.read(environment, node.etc());
      Preflight.check(settings, home);
      node.prepare(settings.text(Setting.MODULES));
      new ConsoleKey(node.folder()).prepare(node.etc(), settings.port(Setting.SSH_PORT));
      node.deployFrom(settings.text(Setting.DEPLOY));
      if (!settings.text(Setting.JMX_PORT).isEmpty()) {
        Jmx.open(settings.port(Setting.JMX_PORT), node.etc().resolve("jmx.password"));
      }
      settings.publish();
      node.publish();
      org.apache.karaf.main.Main.main(arguments);
    }
  }
}
