package org.crmportal.persistence.internal.duplicates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.People;
import org.crmportal.platform.Scope;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.Duplicates;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordTypes;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks for the same person or company over all types that run and say how they recognise one. */
@Component
public final class DuplicatesImpl implements Duplicates {

  private final Transactions transactions;
  private final RecordTypes types;
  private final Records records;
  private final Callers callers;
  private final People people;
  private final ThreadLocal<@Nullable Ahead> ahead = new ThreadLocal<>();

  @Activate
  public DuplicatesImpl(
      @Reference Transactions transactions,
      @Reference RecordTypes types,
      @Reference Records records,
      @Reference Callers callers,
      @Reference People people) {
    this.transactions = transactions;
    this.types = types;
    this.records = records;
    this.callers = callers;
    this.people = people;
  }

  @Override
  public void refuse(RecordType<?, ?> type, Record draft, Set<UUID> ignoring) {
    var known = ahead.get();
    if (known == null || !known.free(draft)) {
      refuse(type, Features.of(type, draft), ignoring);
    }
  }

  @Override
  public <T extends Record, N extends Record> void refuseChange(
      RecordType<T, N> type, T before, N draft, Set<UUID> ignoring) {
    var all = new HashSet<>(ignoring);
    all.add(type.id(before));
    refuse(type, Features.of(type, draft).unlike(Features.of(type, before)), all);
  }

  @Override
  public <R> R ahead(RecordType<?, ?> type, List<? extends Record> drafts, Supplier<R> work) {
    if (type.identity().isEmpty()) {
      return work.get();
    }
    ahead.set(transactions.tx(connection -> new Ahead(connection, type, drafts, comparable())));
    try {
      return work.get();
    } finally {
      ahead.remove();
    }
  }

  private void refuse(RecordType<?, ?> type, Features features, Set<UUID> ignoring) {
    if (features.none()) {
      return;
    }
    var matches = matches(features, ignoring);
    if (!matches.isEmpty()) {
      var candidates = new ArrayList<Map<String, Object>>();
      matches.forEach((other, found) -> candidates.addAll(shown(other, found)));
      throw CrmException.of(
          Reason.CONFLICT,
          "duplicate",
          "There already is such a " + type.name() + " or another record of the same person",
          Map.of("candidates", candidates));
    }
  }

  private Map<RecordType<?, ?>, List<Match>> matches(Features features, Set<UUID> ignoring) {
    return transactions.tx(
        connection -> {
          var search = new Search(connection);
          var sought = search.sought(List.of(features)).get(0);
          return search.matches(comparable(), sought, ignoring);
        });
  }

  private List<RecordType<?, ?>> comparable() {
    var comparable = new ArrayList<RecordType<?, ?>>();
    for (var service : types.all()) {
      if (service.type().identity().isPresent()) {
        comparable.add(service.type());
      }
    }
    return comparable;
  }

  private <T extends Record> List<Map<String, Object>> shown(
      RecordType<T, ?> type, List<Match> matches) {
    var titles = titles(type, matches);
    var candidates = new ArrayList<Map<String, Object>>();
    for (var match : matches) {
      var title = titles.get(match.id());
      candidates.add(
          title == null
              ? match.closed(type.name(), ownerName(match))
              : match.open(type.name(), title));
    }
    return candidates;
  }

  /** The titles of those that the caller may read. */
  private <T extends Record> Map<UUID, String> titles(RecordType<T, ?> type, List<Match> matches) {
    if (callers.current().scope(type.resource(), "read") == Scope.NONE) {
      return Map.of();
    }
    var ids = matches.stream().map(match -> match.id().toString()).toArray(String[]::new);
    var readable = records.find(type, ListQuery.ALL.where("id", ids));
    return readable.items().stream().collect(Collectors.toMap(type::id, type::title));
  }

  private @Nullable String ownerName(Match match) {
    return match.owner() == null ? null : people.name(match.owner()).orElse(null);
  }
}
