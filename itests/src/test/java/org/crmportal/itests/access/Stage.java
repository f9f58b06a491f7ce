package org.crmportal.itests.access;

import java.sql.SQLException;
import org.crmportal.itests.CrmNode;
import org.crmportal.itests.CrmServer;

/**
 * A server of which these tests have all to themselves, so that whatever changes in its database
 * was one of theirs. It stops with the JVM.
 */
final class Stage {

  private static final Stage SHARED = new Stage();

  final CrmServer server = CrmNode.fresh().start();
  final Declared declared;
  final World world;
  final Digest digest;

  private Stage() {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    declared = Declared.by(server.admin());
    world = new World(new People(server, declared), declared);
    try {
      digest = new Digest(server);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stage shared() {
    return SHARED;
  }

  Subject subject(Findings findings) {
    return new Subject(world, findings, digest);
  }
}
