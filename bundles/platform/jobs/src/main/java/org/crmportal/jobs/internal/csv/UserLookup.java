package org.crmportal.jobs.internal.csv;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordTypes;

/** Finds the users whom a file names by their e-mail addresses, among those the caller may see. */
final class UserLookup {

  private final RecordTypes types;
  private final Map<String, Optional<UUID>> known = new HashMap<>();

  UserLookup(RecordTypes types) {
    this.types = types;
  }

  UUID withEmail(String email) throws Unreadable {
    var user = known.get(email);
    if (user == null) {
      user = types.named("user").flatMap(service -> find(service, email));
      known.put(email, user);
    }
    return user.orElseThrow(() -> new Unreadable("is not the e-mail of a user whom you may see"));
  }

  private static <T extends Record> Optional<UUID> find(RecordService<T, ?> users, String email) {
    try {
      var found = users.find(ListQuery.ALL.where("email", email).limit(1)).items();
      return found.stream().findFirst().map(users.type()::id);
    } catch (CrmException e) {
      if (e.reason() == CrmException.Reason.FORBIDDEN) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
