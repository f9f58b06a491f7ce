package org.crmportal.auth.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crmportal.auth.Access;
import org.crmportal.auth.Access.Action;
import org.crmportal.auth.Access.Tie;
import org.crmportal.auth.AccessService;
import org.crmportal.auth.User;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordTypes;
import org.crmportal.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Explains access by asking the rules themselves as the user it is about. */
@Component
public final class AccessServiceImpl implements AccessService {

  private final Callers callers;
  private final Records records;
  private final RecordTypes types;
  private final AccessCache cache;
  private final Ties ties;

  @Activate
  public AccessServiceImpl(
      @Reference Callers callers,
      @Reference Records records,
      @Reference RecordTypes types,
      @Reference AccessCache cache,
      @Reference Ties ties) {
    this.callers = callers;
    this.records = records;
    this.types = types;
    this.cache = cache;
    this.ties = ties;
  }

  @Override
  public Access explain(UUID userId, String entityType, UUID entityId) {
    var asking = callers.current();
    if (!userId.equals(asking.id())) {
      records.get(User.TYPE, userId);
    }
    var type =
        types
            .named(entityType)
            .orElseThrow(
                () -> CrmException.badParameter("entity_type", "no module runs that has it"))
            .type();
    records.get(type, entityId);
    var user = cache.reload(userId).orElseThrow(() -> CrmException.notFound("user", userId));
    return explain(user, type, entityId);
  }

  private Access explain(UserAccess user, RecordType<?, ?> type, UUID id) {
    var caller = user.impersonated(callers.current().origin());
    var found = ties.of(user, type, id);
    var actions = new ArrayList<Action>();
    for (var action : actions(type)) {
      actions.add(callers.call(caller, () -> judge(user, type, id, action, found)));
    }
    var grants =
        user.grants().names().stream()
            .filter(name -> name.startsWith(type.resource() + ":") || name.startsWith("*:"))
            .toList();
    return new Access(
        user.id(),
        user.name(),
        user.active(),
        user.role(),
        type.name(),
        id,
        grants,
        found,
        actions);
  }

  private Action judge(
      UserAccess user, RecordType<?, ?> type, UUID id, String action, List<Tie> found) {
    var wording = Wording.of(user.grants(), type.resource(), action);
    var allowed = false;
    String reason;
    try {
      records.require(type, id, action);
      allowed = user.active();
      reason = allowed ? wording.allowed(found) : "the user may not sign in";
    } catch (CrmException e) {
      reason = wording.refused(e);
    }
    return new Action(action, allowed, wording.scope(), wording.permission(), reason);
  }

  private static Set<String> actions(RecordType<?, ?> type) {
    var all = new LinkedHashSet<>(List.of("read", "update", "delete"));
    type.actions().stream().sorted().forEach(all::add);
    return all;
  }
}
