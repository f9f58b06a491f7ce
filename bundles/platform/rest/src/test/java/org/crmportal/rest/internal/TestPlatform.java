package org.crmportal.rest.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.crmportal.platform.Authenticator;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Scope;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.job.CsvImports;
import org.crmportal.platform.record.Groups;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;

/** The parts of the platform that the REST bundle needs, without a database. */
final class TestPlatform implements Callers, Transactions, Authenticator {

  static final UUID ADA = UUID.fromString("11111111-1111-1111-1111-111111111111");

  final Set<String> permissions = new HashSet<>();
  final ThreadLocal<@Nullable Caller> caller = new ThreadLocal<>();
  final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
  final AtomicInteger commits = new AtomicInteger();
  final AtomicInteger rollbacks = new AtomicInteger();
  boolean authRuns = true;
  @Nullable CsvImports imports;

  @Override
  public Caller authenticate(String token, Origin origin) {
    if (!token.equals("good")) {
      throw CrmException.unauthenticated("no such token");
    }
    return new User(Set.copyOf(permissions), origin);
  }

  @Override
  public Caller impersonate(UUID userId, Origin origin) {
    return new User(Set.copyOf(permissions), origin);
  }

  /** Whether the last call came through CXF. */
  volatile boolean throughCxf;

  @Override
  public Caller current() {
    var current = caller.get();
    if (current == null) {
      throw CrmException.unauthenticated("nobody");
    }
    return current;
  }

  @Override
  public <R> R call(Caller as, Supplier<R> work) {
    caller.set(as);
    throughCxf =
        StackWalker.getInstance()
            .walk(f -> f.anyMatch(e -> e.getClassName().startsWith("org.apache.cxf.phase.")));
    try {
      return work.get();
    } finally {
      caller.remove();
    }
  }

  @Override
  public Caller system(String part) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <R> R required(Supplier<R> work) {
    depth.set(depth.get() + 1);
    try {
      var result = work.get();
      commits.incrementAndGet();
      return result;
    } catch (RuntimeException e) {
      rollbacks.incrementAndGet();
      throw e;
    } finally {
      depth.set(depth.get() - 1);
    }
  }

  @Override
  public <R> R savepoint(Supplier<R> work) {
    return work.get();
  }

  @Override
  public <R> R tx(SqlWork<R> work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <R> R read(SqlWork<R> work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <R> R batch(Supplier<R> work) {
    return work.get();
  }

  @Override
  public boolean later(String sql, Values values) {
    return false;
  }

  @Override
  public void beforeCommit(Runnable work) {
    work.run();
  }

  @Override
  public void afterCommit(Runnable work) {
    work.run();
  }

  @Override
  public void afterCompletion(Runnable work) {
    work.run();
  }

  @Override
  public boolean active() {
    return depth.get() > 0;
  }

  /** A user with the permissions of the moment. */
  private record User(Set<String> held, Origin origin) implements Caller {

    @Override
    public UUID id() {
      return ADA;
    }

    @Override
    public String name() {
      return "Ada";
    }

    @Override
    public boolean may(String permission) {
      return held.contains(permission);
    }

    @Override
    public Scope scope(String resource, String action) {
      var base = resource + ":" + action;
      return held.contains(base)
          ? Scope.ALL
          : held.contains(base + "_own") ? Scope.OWN : Scope.NONE;
    }

    @Override
    public Set<UUID> team() {
      return Set.of(ADA);
    }
  }

  /** Reads that the notes answer themselves. */
  record NoteRecords(Notes notes) implements Records {

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Record> T get(RecordType<T, ?> type, UUID id) {
      return (T) notes.get(id);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Record> Page<T> find(RecordType<T, ?> type, ListQuery query) {
      return (Page<T>) notes.find(query);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Record> void each(
        RecordType<T, ?> type, ListQuery query, Consumer<T> consumer) {
      notes.each(query, note -> consumer.accept((T) note));
    }

    @Override
    public Set<UUID> readable(
        RecordType<?, ?> type, Collection<UUID> ids, Map<UUID, Map<String, String>> gone) {
      return Set.copyOf(ids);
    }

    @Override
    public Groups groups(
        RecordType<?, ?> type, ListQuery query, String column, @Nullable String sum) {
      var total = sum == null ? null : new BigDecimal("1.50");
      return new Groups(
          List.of(new Groups.Group(column, notes.find(query).items().size(), total)), true);
    }

    @Override
    public void require(RecordType<?, ?> type, UUID id, String action) {}
  }
}
