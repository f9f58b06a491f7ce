package org.crmportal.launcher;

import java.io.IOException;
import java.nio.file.Path;

/** Checks what a start needs, makes the node's folder, and hands over to Karaf in the same JVM. */
public final class Main {

  private Main() {}

  /** The distribution's folder is in the system property {@code karaf.home}. */
  public static void main(String[] arguments) throws Exception {
    try {
      prepare(Path.of(System.getProperty("karaf.home")));
    } catch (Refusal e) {
      System.err.println("crm: " + e.getMessage());
      System.exit(1);
    }
    org.apache.karaf.main.Main.main(arguments);
  }

  private static void prepare(Path home) throws IOException {
    Preflight.checkJava(Runtime.version().feature());
    var environment = System.getenv();
    var node = Node.open(home, environment.getOrDefault("CRM_DATA", ""));
    var settings = Settings.read(environment, node.etc());
    Preflight.check(settings, home);
    node.prepare(settings.text(Setting.MODULES));
    settings.publish();
    node.publish();
  }
}
