package org.crmportal.itests.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Who may see and do what: every role that can be made of one permission or of one scope for
 * reading and one for the rest, and those that the product comes with, with records that are the
 * subject's own, their team's and others'. What to try follows from what the server declares, what
 * to expect from RULES.
 */
class PermissionMatrixIT {

  private static final String NOBODYS = "00000000-0000-4000-8000-000000000404";

  private final Stage stage = Stage.shared();
  private final Declared declared = stage.declared;
  private final World world = stage.world;
  private final Findings findings = new Findings();
  private final Subject subject = stage.subject(findings);

  @AfterEach
  void nothingWasFound() {
    findings.none();
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
  }

  private void covered(String resource, String action) {
    var plain = resource + ":" + Declared.plain(action);
    boolean used =
        declared.routes().stream()
            .anyMatch(
                route -> route.needs(declared.permissions()).orElse(Set.of()).contains(plain));
    // Everyone may do it with what they wrote; the permission is for what others wrote.
    boolean others = resource.equals("activities") && List.of("update", "delete").contains(action);
    // A module that is not there has no routes; once it is, its permissions have to have some.
    if (!used && !others && declared.served(resource)) {
      findings.add(resource + ":" + action + " permits nothing");
    }
  }

  @Test
  void everyRoleReachesWhatItsGrantsReach() {
    var reads = new Reads(world, subject);
    var writes = new Writes(world, subject);
    for (var kind : declared.kinds()) {
      var roles = new ArrayList<>(new Roles(kind, declared).all());
      roles.addAll(DefaultRoles.granted(world.people.admin));
      for (var role : roles) {
        subject.become(role);
        reads.check(kind);
        writes.check(kind);
      }
    }
  }

  @Test
  void whoMayDoEverythingElseIsStillRefused() {
    declared.permissions().keySet().stream().filter(declared::served).forEach(this::onlyOn);
    for (var settings : List.of("settings", "modules", "roles")) {
      for (var action : declared.permissions().get(settings)) {
        sweep(Role.of(Set.of(settings + ":" + action)));
      }
    }
  }

  private void onlyOn(String resource) {
    var grants = new TreeSet<String>();
    declared.permissions().get(resource).forEach(action -> grants.add(resource + ":" + action));
    grants.remove("*:*");
    sweep(Role.of(grants));
  }

  /** Calls every route of which the role has no permission at all. */
  private void sweep(Role role) {
    subject.become(role);
    var attempts = new ArrayList<Attempt>();
    for (var route : declared.routes()) {
      var needed = route.needs(declared.permissions()).orElse(Set.of());
      boolean may =
          needed.stream()
              .map(each -> each.split(":", -1))
              .anyMatch(each -> role.reach(each[0], each[1]) != Reach.NONE);
      if (!needed.isEmpty() && !may) {
        attempts.add(route.call(NOBODYS, 403));
      } else if (may && route.verb().equals("GET") && !route.path().contains("{") && !route.csv()) {
        findings.expect(200, subject.get(route.path()).status(), subject.about(route));
      }
    }
    subject.refused(attempts);
  }

  @Test
  void theErdsRolesComeWithTheGrantsOfTheRules() {
    var rules = new DefaultRoles();
    var roles = DefaultRoles.granted(world.people.admin);
    findings.expect(5, roles.size(), "roles of the product");
    for (var role : roles) {
      for (var resource : declared.permissions().keySet()) {
        for (var action : declared.permissions().get(resource)) {
          var plain = Declared.plain(action);
          var expected = rules.reach(role.name(), resource, plain);
          boolean everyones = resource.equals("jobs") && expected == Reach.NONE;
          if (!everyones) {
            var about = role.name() + " " + resource + ":" + plain;
            findings.expect(expected, role.reach(resource, plain), about);
          }
        }
      }
    }
  }

  @Test
  void whatIsDeletedIsThereForWhoMayDeleteIt() {
    var deleted = new Deleted(world, subject);
    declared.kinds().stream().filter(Kind::soft).forEach(deleted::check);
  }
}
