package org.crmportal.clients.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.crmportal.clients.Client;
import org.crmportal.clients.ClientPart;
import org.crmportal.clients.Contact;
import org.crmportal.clients.Overview;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Scope;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Records;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the other modules that run keep of the clients. */
@Component(service = ClientParts.class)
public final class ClientParts {

  private static final Logger LOG = LoggerFactory.getLogger(ClientParts.class);

  /** What belongs to the whole picture, whether or not its module was ever installed. */
  private static final List<String> KNOWN =
      List.of("leads", "projects", "tickets", "invoices", "balance_due");

  private final Map<String, ClientPart> running = new ConcurrentSkipListMap<>();
  private final Callers callers;
  private final Records records;
  private final Supplier<Map<String, String>> installed;

  @Activate
  public ClientParts(
      @Reference Callers callers, @Reference Records records, BundleContext context) {
    this(callers, records, () -> installed(context));
  }

  /** As in the container, where {@code installed} gives the module of each part that is there. */
  ClientParts(Callers callers, Records records, Supplier<Map<String, String>> installed) {
    this.callers = callers;
    this.records = records;
    this.installed = installed;
  }

  private static Map<String, String> installed(BundleContext context) {
    var parts = new LinkedHashMap<String, String>();
    for (var bundle : context.getBundles()) {
      var names = bundle.getHeaders("").get("Crm-Client-Parts");
      var module = bundle.getHeaders("").get("Crm-Module");
      if (names != null && module != null) {
        for (var name : names.split(",", -1)) {
          parts.put(name.strip(), module);
        }
      }
    }
    return parts;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void add(ClientPart part) {
    running.put(part.name(), part);
  }

  void remove(ClientPart part) {
    running.remove(part.name(), part);
  }

  /** The whole picture of a client, as far as the caller may see it. */
  Overview overview(Client client) {
    var missing = new LinkedHashMap<String, String>();
    List<Contact> contacts = List.of();
    if (callers.current().scope(Contact.TYPE.resource(), "read") == Scope.NONE) {
      missing.put("contacts", "not_permitted");
    } else {
      var query = ListQuery.ALL.where("client_id", client.id().toString()).limit(200);
      contacts = records.find(Contact.TYPE, query.sortedBy("-is_primary", "created_at")).items();
    }
    var parts = read(client, missing);
    return new Overview(client, contacts, client.lastContactAt(), parts, missing);
  }

  private Map<String, Object> read(Client client, Map<String, String> missing) {
    var parts = new LinkedHashMap<String, Object>();
    KNOWN.stream()
        .filter(name -> !running.containsKey(name))
        .forEach(name -> missing.put(name, "not_running"));
    for (var part : running.values()) {
      if (callers.current().scope(part.resource(), "read") == Scope.NONE) {
        missing.put(part.name(), "not_permitted");
      } else {
        read(part, client, parts, missing);
      }
    }
    return parts;
  }

  private static void read(
      ClientPart part, Client client, Map<String, Object> parts, Map<String, String> missing) {
    try {
      parts.put(part.name(), part.read(client));
    } catch (RuntimeException e) {
      LOG.error("{} of client {} cannot be read", part.name(), client.id(), e);
      missing.put(part.name(), "failed");
    }
  }

  /** Fails if a module that keeps parts of clients is there but does not run. */
  void requireAll() {
    installed
        .get()
        .forEach(
            (part, module) -> {
              if (!running.containsKey(part)) {
                throw CrmException.moduleDown(module);
              }
            });
  }

  /** How many records each part has, or moves. */
  Map<String, Long> each(ToLongFunction<ClientPart> counting) {
    var counts = new LinkedHashMap<String, Long>();
    running.values().forEach(part -> counts.put(part.name(), counting.applyAsLong(part)));
    return counts;
  }

  /** The live records that forbid that a client is deleted, by part; only where there are any. */
  Map<String, Long> dependants(UUID client) {
    var counts = each(part -> part.dependants(client));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  /** The records that a client came from. */
  Set<UUID> origins(UUID client) {
    var origins = new HashSet<UUID>();
    running.values().forEach(part -> origins.addAll(part.origins(client)));
    return origins;
  }
}
