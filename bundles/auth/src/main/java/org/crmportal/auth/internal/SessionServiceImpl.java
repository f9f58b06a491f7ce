package org.crmportal.auth.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.crmportal.auth.Account;
import org.crmportal.auth.Session;
import org.crmportal.auth.SessionService;
import org.crmportal.auth.SignIn;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs in and out; what must stay of a failure is committed before the failure is thrown. */
@Component
public final class SessionServiceImpl implements SessionService {

  private static final String USER = "user";

  private final Transactions transactions;
  private final Callers callers;
  private final Journal journal;
  private final PasswordProof proof;
  private final LoginFailures failures;
  private final RefreshTokens chains;
  private final Accounts accounts;
  private final PasswordChange change;
  private final Gate gate;
  private final AccessTokens tokens;

  @Activate
  public SessionServiceImpl(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Journal journal,
      @Reference PasswordProof proof,
      @Reference LoginFailures failures,
      @Reference RefreshTokens chains,
      @Reference Accounts accounts,
      @Reference PasswordChange change,
      @Reference Gate gate,
      @Reference SigningKey key) {
    this.transactions = transactions;
    this.callers = callers;
    this.journal = journal;
    this.proof = proof;
    this.failures = failures;
    this.chains = chains;
    this.accounts = accounts;
    this.change = change;
    this.gate = gate;
    this.tokens = key.tokens();
  }

  @Override
  public SignIn signIn(String email, String password, Origin origin) {
    var address = email.strip().toLowerCase(Locale.ROOT);
    return begin(proof.user(address, password, origin), address, origin);
  }

  private SignIn begin(UUID user, String email, Origin origin) {
    return transactions.required(
        () -> {
          failures.forget(email, origin);
          accounts.signedIn(user);
          var issued = chains.begin(user, origin);
          audit("signed_in", issued.chain(), origin);
          return answer(issued);
        });
  }

  @Override
  public SignIn refresh(String refreshToken, Origin origin) {
    var issued = chains.rotate(refreshToken, origin);
    if (issued.isEmpty()) {
      chains.used(refreshToken).ifPresent(chain -> reused(chain, origin));
      throw CrmException.unauthenticated("The refresh token is not valid");
    }
    return answer(issued.get());
  }

  private void reused(RefreshTokens.Chain chain, Origin origin) {
    transactions.required(
        () -> {
          chains.end(chain);
          audit("refresh_token_reused", chain, origin);
          return chain;
        });
  }

  @Override
  public void signOut(String refreshToken, Origin origin) {
    chains.find(refreshToken).ifPresent(chain -> end(chain, origin));
  }

  @Override
  public void endSession(String accessToken, Origin origin) {
    tokens
        .verify(accessToken)
        .ifPresent(holder -> end(new RefreshTokens.Chain(holder.user(), holder.session()), origin));
  }

  private void end(RefreshTokens.Chain chain, Origin origin) {
    transactions.required(
        () -> {
          if (chains.end(chain)) {
            audit("signed_out", chain, origin);
          }
          return chain;
        });
  }

  @Override
  public Account account(String accessToken, Origin origin) {
    var caller = gate.identify(accessToken, origin);
    return accounts.account(caller.id(), caller.grants());
  }

  @Override
  public void changePassword(String accessToken, String current, String changed, Origin origin) {
    change.change(gate.identify(accessToken, origin), current, changed);
  }

  @Override
  public List<Session> sessions() {
    var caller = caller();
    return chains.sessions(caller.id(), caller.session());
  }

  @Override
  public void revoke(UUID id) {
    var chain = new RefreshTokens.Chain(caller().id(), id);
    transactions.required(
        () -> {
          if (!chains.end(chain)) {
            throw CrmException.notFound("session", id);
          }
          journal.audit("session_revoked", USER, chain.user(), Map.of("session", id));
          return id;
        });
  }

  @Override
  public void revokeOthers() {
    var caller = caller();
    transactions.required(
        () -> {
          int ended = chains.endAll(caller.id(), caller.session());
          journal.audit("sessions_revoked", USER, caller.id(), Map.of("sessions", ended));
          return ended;
        });
  }

  private SignIn answer(RefreshTokens.Issued issued) {
    var chain = issued.chain();
    return new SignIn(
        tokens.issue(chain.user(), chain.id()),
        AccessTokens.LIFETIME,
        issued.token(),
        accounts.account(chain.user()));
  }

  private void audit(String action, RefreshTokens.Chain chain, Origin origin) {
    callers.call(
        accounts.caller(chain.user(), origin),
        () -> {
          journal.audit(action, USER, chain.user(), Map.of("session", chain.id()));
          return chain;
        });
  }

  private SignedIn caller() {
    return SignedIn.inPerson(callers.current());
  }
}
