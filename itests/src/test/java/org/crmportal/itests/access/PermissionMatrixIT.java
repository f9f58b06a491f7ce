package org.crmportal.itests.access;

import java.util.List;
import java.util.Set;
import org.crmportal.itests.CrmNode;
import org.crmportal.itests.CrmServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may see and do what, on a server of its own: every role that can be made of one permission or
 * of one scope for reading and one for the rest, with records that are the subject's own, their
 * team's and others'. What to try follows from what the server declares, what to expect from RULES.
 */
class PermissionMatrixIT {

  private static CrmServer server;
  private static Declared declared;
  private static World world;
  private static Digest digest;

  private final Findings findings = new Findings();
  private final Subject subject = new Subject(world, findings, digest);

  @BeforeAll
  static void furnish() throws Exception {
    server = CrmNode.fresh().start();
    declared = Declared.by(server.admin());
    world = new World(new People(server, declared), declared);
    digest = new Digest(server);
  }

  @AfterAll
  static void stop() throws Exception {
    digest.close();
    server.close();
  }

  @Test
  void everyRouteHasARuleAndEveryPermissionARoute() {
    for (var route : declared.routes()) {
      var needed = route.needs(declared.permissions());
      if (needed.isEmpty()) {
        findings.add(route + ": no rule says who may call it");
      }
      for (var permission : needed.orElse(Set.of())) {
        if (!People.everything(declared).contains(permission)) {
          findings.add(route + ": nobody can be granted " + permission);
        }
      }
    }
    declared
        .permissions()
        .forEach((resource, actions) -> actions.forEach(action -> covered(resource, action)));
    findings.none();
  }

  private void covered(String resource, String action) {
    var plain = resource + ":" + Declared.plain(action);
    boolean used =
        declared.routes().stream()
            .anyMatch(
                route -> route.needs(declared.permissions()).orElse(Set.of()).contains(plain));
    // A module that is not there has no routes; once it is, its permissions have to have some.
    boolean ownWay = resource.equals("activities") && List.of("update", "delete").contains(action);
    if (!used && !ownWay && declared.served(resource)) {
      findings.add(resource + ":" + action + " permits nothing");
    }
  }

  @Test
  void everyRoleReachesWhatItsGrantsReach() {
    var reads = new Reads(world, subject);
    var writes = new Writes(world, subject);
    for (var kind : declared.kinds()) {
      for (var role : new Roles(kind, declared).all()) {
        subject.become(role);
        reads.check(kind);
        writes.check(kind);
      }
    }
    findings.none();
  }
}
