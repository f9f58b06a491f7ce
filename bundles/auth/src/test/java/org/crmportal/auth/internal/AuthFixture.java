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
  final Node node = new Node();
  final UUID admin = administrator();

  /** What one node has of its own: its memory of what users may do. */
  final class Node {
    final AccessCache cache = new AccessCache(units.transactions());
    final RefreshTokens chains = new RefreshTokens(units.transactions(), cache);
    final Passwords passwords = new Passwords();
    final LoginFailures failures = new LoginFailures(units.transactions());
    final RoleGrants grants = new RoleGrants(units.transactions(), cache);
    final SigningKey key = new SigningKey(units.transactions(), "");
    final Gate gate = new Gate(cache, key);
    final Accounts accounts =
        new Accounts(units.transactions(), units.callers(), units.records(), cache);
    final PasswordProof proof =
        new PasswordProof(
            units.transactions(), units.callers(), units.journal(), passwords, failures, accounts);
    final PasswordChange change =
        new PasswordChange(
            units.transactions(),
            units.callers(),
            units.journal(),
            passwords,
            proof,
            failures,
            chains,
            accounts);
    final SessionServiceImpl sessions =
        new SessionServiceImpl(
            units.transactions(),
            units.callers(),
            units.journal(),
            proof,
            failures,
            chains,
            accounts,
            change,
            gate,
            key);
    final FirstAdministrator first =
        new FirstAdministrator(
            units.transactions(), units.callers(), units.journal(), passwords, "", PASSWORD);
    final UserServiceImpl users =
        new UserServiceImpl(
            units.factory("auth"),
            units.work(),
            units.records(),
            units.journal(),
            units.callers(),
            new UserGuard(units.callers(), grants),
            passwords,
            new Credentials(units.transactions(), chains, cache),
            new Succession(
                units.transactions(),
                units.types(),
                units.records(),
                units.callers(),
                units.journal()),
            first);
    final RoleServiceImpl roles =
        new RoleServiceImpl(
            units.factory("auth"),
            units.work(),
            units.transactions(),
            units.records(),
            units.journal(),
            units.callers(),
            grants);
    final TeamServiceImpl teams =
        new TeamServiceImpl(
            units.factory("auth"),
            units.work(),
            units.transactions(),
            units.records(),
            units.journal(),
            units.callers(),
            cache);
    final ApiTokenServiceImpl tokens =
        new ApiTokenServiceImpl(
            units.transactions(), units.callers(), units.journal(), grants, cache);
    final AccessServiceImpl access =
        new AccessServiceImpl(
            units.callers(),
            units.records(),
            units.types(),
            cache,
            new Ties(units.transactions(), units.callers(), units.records(), units.types()));
  }

  AuthFixture() {
    units.types().start(node.users, node.roles, node.teams);
  }

  private UUID administrator() {
    return UUID.fromString(units.ask("select id from users where email = 'admin@crm.local'"));
  }

  /** Another node on the same database. */
  Node otherNode() {
    return new Node();
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
    var account = new NewAccount(email(name), name, null, role(role), null, password);
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
}
