package org.crmportal.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.crmportal.testkit.TestDatabase;

/** Starts {@link Node} in a JVM of its own. */
final class NodeProcess {

  private NodeProcess() {}

  /** A process that migrates the database under this application name. */
  static Process start(TestDatabase database, String name) {
    try {
      return new ProcessBuilder(
              System.getProperty("java.home") + "/bin/java",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              Node.class.getName(),
              database.url() + "&ApplicationName=" + name,
              database.user())
          .inheritIO()
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
