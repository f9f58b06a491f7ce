package org.crmportal.auth.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Compares a password with the one that is kept, and counts failures. The count is asked in the
 * turn in which the password is hashed, so that guesses in parallel cannot outrun it.
 */
@Component(service = PasswordProof.class)
public final class PasswordProof {

  private static final String USER = "user";

  private final Transactions transactions;
  private final Callers callers;
  private final Journal journal;
  private final Passwords passwords;
  private final LoginFailures failures;
  private final Accounts accounts;

  @Activate
  public PasswordProof(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Journal journal,
      @Reference Passwords passwords,
      @Reference LoginFailures failures,
      @Reference Accounts accounts) {
    this.transactions = transactions;
    this.callers = callers;
    this.journal = journal;
    this.passwords = passwords;
    this.failures = failures;
    this.accounts = accounts;
  }

  /**
   * The active user with this e-mail and password.
   *
   * @param email stripped and in lower case
   * @throws CrmException {@code UNAUTHENTICATED} for whatever is wrong, always in the same words
   *     and the same time; {@code TOO_MANY}
   */
  UUID user(String email, String password, Origin origin) {
    return passwords.inTurn(
        () -> {
          failures.check(email, origin);
          var known = accounts.byEmail(email);
          var hash = known.filter(Accounts.Stored::active).map(Accounts.Stored::hash);
          if (passwords.matches(password, hash.orElse(null))) {
            return known.orElseThrow().id();
          }
          callers.call(new Nobody(origin), () -> signInFailed(email, known, origin));
          throw CrmException.unauthenticated("The e-mail or the password is wrong");
        });
  }

  /** An unknown e-mail is not kept: people type passwords there. */
  private String signInFailed(String email, Optional<Accounts.Stored> known, Origin origin) {
    return transactions.required(
        () -> {
          failures.count(email, origin);
          var facts = known.isPresent() ? Map.of("email", email) : Map.<String, String>of();
          var id = known.map(Accounts.Stored::id).orElse(null);
          journal.audit("sign_in_failed", USER, id, facts);
          return email;
        });
  }

  /**
   * Demands the current password of who is signed in; call it in a turn. A stolen access token must
   * not be good for guessing it.
   *
   * @throws CrmException {@code INVALID} if it is wrong; {@code TOO_MANY}
   */
  void demand(SignedIn caller, Accounts.Stored stored, String password) {
    failures.check(stored.email(), caller.origin());
    if (!passwords.matches(password, stored.hash())) {
      callers.call(caller, () -> changeFailed(stored, caller.origin()));
      throw CrmException.invalid("current_password", "wrong", "is not the current password");
    }
  }

  private String changeFailed(Accounts.Stored stored, Origin origin) {
    return transactions.required(
        () -> {
          failures.count(stored.email(), origin);
          journal.audit("password_change_failed", USER, stored.id(), Map.of());
          return stored.email();
        });
  }
}
