package org.crmportal.auth.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmportal.auth.Session;
import org.crmportal.auth.User;
import org.crmportal.platform.Callers;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.Journal;
import org.crmportal.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows and ends the sessions of somebody else, for whoever may change that user. */
@Component(service = UserSessions.class)
public final class UserSessions {

  private final Transactions transactions;
  private final Records records;
  private final Journal journal;
  private final Callers callers;
  private final UserGuard guard;
  private final RefreshTokens chains;

  @Activate
  public UserSessions(
      @Reference Transactions transactions,
      @Reference Records records,
      @Reference Journal journal,
      @Reference Callers callers,
      @Reference UserGuard guard,
      @Reference RefreshTokens chains) {
    this.transactions = transactions;
    this.records = records;
    this.journal = journal;
    this.callers = callers;
    this.guard = guard;
    this.chains = chains;
  }

  List<Session> of(UUID user) {
    permit(user);
    return chains.sessions(user, null);
  }

  /** Ends them all; access tokens that are out stop with them. */
  void end(UUID user) {
    permit(user);
    transactions.required(
        () -> {
          int ended = chains.endAll(user, null);
          journal.audit("sessions_revoked", User.TYPE.name(), user, Map.of("sessions", ended));
          return ended;
        });
  }

  private void permit(UUID user) {
    records.require(User.TYPE, user, "update");
    guard.mayTouch(callers.call(callers.system("auth"), () -> records.get(User.TYPE, user)));
  }
}
