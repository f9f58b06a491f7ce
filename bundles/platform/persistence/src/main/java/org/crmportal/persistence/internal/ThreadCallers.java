package org.crmportal.persistence.internal;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.crmportal.platform.Scope;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Binds the caller to the thread that works for it. */
@Component
public final class ThreadCallers implements Callers {

  private final ThreadLocal<@Nullable Caller> callers = new ThreadLocal<>();

  @Override
  public Caller current() {
    var caller = callers.get();
    if (caller == null) {
      throw CrmException.unauthenticated("Nobody is signed in");
    }
    return caller;
  }

  @Override
  public <R> R call(Caller caller, Supplier<R> work) {
    var before = callers.get();
    callers.set(caller);
    try {
      return work.get();
    } finally {
      if (before == null) {
        callers.remove();
      } else {
        callers.set(before);
      }
    }
  }

  @Override
  public Caller system(String part) {
    return new SystemCaller(part, new Origin(null, null, UUID.randomUUID().toString()));
  }

  /** The system itself, which may do everything. */
  private record SystemCaller(String name, Origin origin) implements Caller {

    @Override
    public @Nullable UUID id() {
      return null;
    }

    @Override
    public boolean may(String permission) {
      return true;
    }

    @Override
    public Scope scope(String resource, String action) {
      return Scope.ALL;
    }

    @Override
    public Set<UUID> team() {
      return Set.of();
    }
  }
}
