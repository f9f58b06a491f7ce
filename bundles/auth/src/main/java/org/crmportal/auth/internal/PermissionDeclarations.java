package org.crmportal.auth.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.crmportal.auth.PermissionSource;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the permissions of whatever module appears, and gives their default grants once: what an
 * administrator took away stays away.
 */
@Component(service = PermissionDeclarations.class, immediate = true)
public final class PermissionDeclarations {

  private static final Logger LOG = LoggerFactory.getLogger(PermissionDeclarations.class);
  private static final List<String> SCOPED = List.of("read", "update", "delete");
  private static final int RETRY_SECONDS = 5;

  /** One statement, so that two nodes that declare the same at once grant it once. */
  private static final String DECLARE =
      """
      with fresh as (
        insert into permissions (resource, action) select ?, action from unnest(?::text[]) action
        on conflict do nothing returning id, action)
      insert into role_permissions (role_id, permission_id)
      select r.id, fresh.id from fresh
      join unnest(?::text[], ?::text[]) wanted (role, action) on wanted.action = fresh.action
      join roles r on r.name = wanted.role on conflict do nothing
      """;

  private final Transactions transactions;
  private final AccessCache cache;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "crm-permissions"));

  /**
   * Declares nothing yet.
   *
   * @param migrated is there when the tables are
   */
  @Activate
  public PermissionDeclarations(
      @Reference Transactions transactions,
      @Reference AccessCache cache,
      @Reference(target = "(osgi.jndi.service.name=crm-auth)") DataSource migrated) {
    this.transactions = transactions;
    this.cache = cache;
  }

  @Deactivate
  void close() {
    thread.shutdownNow();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addRecords(RecordService<?, ?> service) {
    var type = service.type();
    declareSoon(type.resource(), actions(type), type.grants());
  }

  void removeRecords(RecordService<?, ?> service) {
    LOG.debug("The permissions of {} stay", service.type());
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addSource(PermissionSource source) {
    declareSoon(source.resource(), source.actions(), source.grants());
  }

  void removeSource(PermissionSource source) {
    LOG.debug("The permissions of {} stay", source.resource());
  }

  /** What can be granted for a type; a scope only where somebody can own a record. */
  static Set<String> actions(RecordType<?, ?> type) {
    var all = new LinkedHashSet<String>(type.actions());
    if (type.anyParent().isPresent()) {
      // It is read and added with its record; these reach what others wrote, or very much at once.
      all.addAll(List.of("update", "delete", "import", "export"));
      return all;
    }
    var owned = !type.owners().isEmpty() || type.parent().isPresent();
    for (var action : type.readOnly() ? List.of("read") : SCOPED) {
      all.add(action);
      if (owned) {
        all.add(action + "_team");
        all.add(action + "_own");
      }
    }
    all.addAll(type.readOnly() ? List.of("export") : List.of("create", "import", "export"));
    type.grants().values().forEach(all::addAll);
    return all;
  }

  private void declareSoon(String resource, Set<String> actions, Map<String, Set<String>> grants) {
    thread.execute(() -> attempt(resource, actions, grants));
  }

  private void attempt(String resource, Set<String> actions, Map<String, Set<String>> grants) {
    try {
      declare(resource, actions, grants);
    } catch (RuntimeException e) {
      LOG.warn("The permissions of {} could not be added yet: {}", resource, e.toString());
      CompletableFuture.delayedExecutor(RETRY_SECONDS, TimeUnit.SECONDS, thread)
          .execute(() -> attempt(resource, actions, grants));
    }
  }

  /** Adds what is not there, with its default grants. */
  void declare(String resource, Set<String> actions, Map<String, Set<String>> grants) {
    var roles = new ArrayList<String>();
    var granted = new ArrayList<String>();
    grants.forEach(
        (role, given) ->
            given.forEach(
                action -> {
                  roles.add(role);
                  granted.add(action);
                }));
    transactions.tx(
        connection -> {
          cache.dropAfterCommit();
          return new Sql(
                  DECLARE,
                  resource,
                  actions.toArray(String[]::new),
                  roles.toArray(String[]::new),
                  granted.toArray(String[]::new))
              .run(connection);
        });
  }
}
