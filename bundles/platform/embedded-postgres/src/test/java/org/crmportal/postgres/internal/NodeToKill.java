package org.crmportal.postgres.internal;

import java.nio.file.Path;

/** A JVM that starts a PostgreSQL and can then be killed. */
final class NodeToKill {

  private NodeToKill() {}

  public static void main(String[] arguments) throws Exception {
    var server = PostgresServer.start(Path.of(arguments[0]));
    System.out.println(server.process().pid());
    // Until it is killed: nobody ever writes to it.
    System.in.read();
  }
}
