package org.crmportal.auth.internal;

import java.util.Map;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets users change their own password. */
@Component(service = PasswordChange.class)
public final class PasswordChange {

  private static final String USER = "user";

  private final Transactions transactions;
  private final Callers callers;
  private final Journal journal;
  private final Passwords passwords;
  private final PasswordProof proof;
  private final LoginFailures failures;
  private final RefreshTokens chains;
  private final Accounts accounts;

  @Activate
  public PasswordChange(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Journal journal,
      @Reference Passwords passwords,
      @Reference PasswordProof proof,
      @Reference LoginFailures failures,
      @Reference RefreshTokens chains,
      @Reference Accounts accounts) {
    this.transactions = transactions;
    this.callers = callers;
    this.journal = journal;
    this.passwords = passwords;
    this.proof = proof;
    this.failures = failures;
    this.chains = chains;
    this.accounts = accounts;
  }

  /** Changes the password of a caller who knows the current one. */
  void change(SignedIn caller, String current, String changed) {
    var stored = accounts.byId(SignedIn.inPerson(caller).id()).orElseThrow();
    var hash =
        passwords.inTurn(
            () -> {
              proof.demand(caller, stored, current);
              demandNew(stored, current, changed);
              return passwords.hash(changed);
            });
    callers.call(caller, () -> keep(caller, stored, hash));
  }

  private static void demandNew(Accounts.Stored stored, String current, String changed) {
    PasswordPolicy.demand("new_password", changed, stored.email());
    if (changed.equals(current)) {
      throw CrmException.invalid("new_password", "unchanged", "is the current password");
    }
  }

  private int keep(SignedIn caller, Accounts.Stored stored, String hash) {
    return transactions.required(
        () -> {
          failures.forget(stored.email(), caller.origin());
          accounts.password(stored.id(), hash);
          int ended = chains.endAll(stored.id(), caller.session());
          journal.audit("password_changed", USER, stored.id(), Map.of("sessions_ended", ended));
          return ended;
        });
  }
}
