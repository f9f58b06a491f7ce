package org.crmportal.auth.internal;

import org.crmportal.testunits.TestUnits;

/** What one node has of its own: its memory of what users may do, and the services on it. */
final class AuthNode {

  final AccessCache cache;
  final RefreshTokens chains;
  final Passwords passwords;
  final LoginFailures failures;
  final RoleGrants grants;
  final SigningKey key;
  final Gate gate;
  final Accounts accounts;
  final PasswordProof proof;
  final PasswordChange change;
  final SessionServiceImpl sessions;
  final FirstAdministrator first;
  final UserServiceImpl users;
  final RoleServiceImpl roles;
  final TeamServiceImpl teams;
  final ApiTokenServiceImpl tokens;
  final AccessServiceImpl access;

  AuthNode(TestUnits units) {
    cache = new AccessCache(units.transactions());
    chains = new RefreshTokens(units.transactions(), cache);
    passwords = new Passwords();
    failures = new LoginFailures(units.transactions(), 5);
    grants = new RoleGrants(units.transactions(), cache);
    key = new SigningKey(units.transactions(), "");
    gate = new Gate(cache, key);
    accounts = new Accounts(units.transactions(), units.callers(), units.records(), cache);
    proof =
        new PasswordProof(
            units.transactions(), units.callers(), units.journal(), passwords, failures, accounts);
    change =
        new PasswordChange(
            units.transactions(),
            units.callers(),
            units.journal(),
            passwords,
            proof,
            failures,
            chains,
            accounts);
    sessions =
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
    first =
        new FirstAdministrator(
            units.transactions(),
            units.callers(),
            units.journal(),
            passwords,
            "",
            AuthFixture.PASSWORD);
    users =
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
    roles =
        new RoleServiceImpl(
            units.factory("auth"),
            units.work(),
            units.transactions(),
            units.records(),
            units.journal(),
            units.callers(),
            grants);
    teams =
        new TeamServiceImpl(
            units.factory("auth"),
            units.work(),
            units.transactions(),
            units.records(),
            units.journal(),
            units.callers(),
            cache);
    tokens =
        new ApiTokenServiceImpl(
            units.transactions(), units.callers(), units.journal(), grants, cache);
    access =
        new AccessServiceImpl(
            units.callers(),
            units.records(),
            units.types(),
            cache,
            new Ties(units.transactions(), units.callers(), units.records(), units.types()));
  }
}
