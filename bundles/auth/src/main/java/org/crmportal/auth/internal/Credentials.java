package org.crmportal.auth.internal;

import java.util.UUID;
import org.crmportal.platform.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** With what a user gets in: their sessions and API tokens, which end when the user does. */
@Component(service = Credentials.class)
public final class Credentials {

  private static final String END_TOKENS =
      "update api_tokens set revoked_at = now() where user_id = ? and revoked_at is null";

  private final Transactions transactions;
  private final RefreshTokens chains;
  private final AccessCache cache;

  @Activate
  public Credentials(
      @Reference Transactions transactions,
      @Reference RefreshTokens chains,
      @Reference AccessCache cache) {
    this.transactions = transactions;
    this.chains = chains;
    this.cache = cache;
  }

  /** Has a change of a user in force with the commit; if it locks them out, all of it ends. */
  void changed(UUID user, boolean lockedOut) {
    if (lockedOut) {
      chains.endAll(user, null);
      transactions.tx(connection -> new Sql(END_TOKENS, user).run(connection));
    }
    cache.dropAfterCommit();
  }
}
