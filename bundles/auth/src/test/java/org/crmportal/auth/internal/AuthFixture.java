package org.crmportal.auth.internal;

import java.util.UUID;
import java.util.function.Supplier;
import org.crmportal.auth.NewAccount;
import org.crmportal.auth.Registration;
import org.crmportal.auth.SignIn;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Origin;
import org.crmportal.testunits.TestUnits;
import org.jspecify.annotations.Nullable;

/** Everything that signs in and decides, all of it real, on a database of the test's own. */
final class AuthFixture implements AutoCloseable {

  static final String PASSWORD = "grün ist die Heide";
  static final Origin ORIGIN = new Origin("192.0.2.7", "test", "test");

  final TestUnits units = new TestUnits();
  final AuthNode node = new AuthNode(units);
  final UUID admin = administrator();

  AuthFixture() {
    units.types().start(node.users, node.roles, node.teams);
  }

  private UUID administrator() {
    return UUID.fromString(units.ask("select id from users where email = 'admin@crm.local'"));
  }

  /** Another node on the same database. */
  AuthNode otherNode() {
    return new AuthNode(units);
  }

  /** The first administrator as a caller. */
  Caller admin() {
    return node.gate.impersonate(admin, ORIGIN);
  }

  UUID role(String name) {
    return UUID.fromString(units.ask("select id from roles where name = '" + name + "'"));
  }

  /** Makes a user with the usual password. */
  UUID user(String name, String role) {
    return register(name, role, PASSWORD).user().id();
  }

  Registration register(String name, String role, @Nullable String password) {
    return make(name, role(role), password);
  }

  /** Makes a user of a role with the usual password. */
  UUID make(String name, UUID role) {
    return make(name, role, PASSWORD).user().id();
  }

  private Registration make(String name, UUID role, @Nullable String password) {
    var account = new NewAccount(email(name), name, null, role, null, password);
    return as(admin(), () -> node.users.register(account));
  }

  static String email(String name) {
    return name + "@crm.example";
  }

  SignIn signIn(String name) {
    return node.sessions.signIn(email(name), PASSWORD, ORIGIN);
  }

  /** The user as a caller who signed in. */
  Caller caller(String name) {
    return node.gate.authenticate(signIn(name).accessToken(), ORIGIN);
  }

  <R> R as(Caller caller, Supplier<R> work) {
    return units.as(caller, work);
  }

  /** How often something is in the audit trail. */
  long audited(String action) {
    return Long.parseLong(
        units.ask("select count(*) from audit_logs where action = '" + action + "'"));
  }

  @Override
  public void close() {
    units.close();
  }

  /** Does work that returns nothing as a caller. */
  void run(Caller caller, Runnable work) {
    as(
        caller,
        () -> {
          work.run();
          return true;
        });
  }
}
