package org.crmportal.rest.internal.http;

import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;
import javax.ws.rs.core.Response;
import org.crmportal.platform.Callers;
import org.crmportal.platform.Transactions;
import org.jspecify.annotations.Nullable;

/** Runs a route's method as its caller, and in one transaction where it may change something. */
public final class Execution {

  private final Callers callers;
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final Answers answers;

  public Execution(Callers callers, Transactions transactions, Idempotency idempotency, Tags tags) {
    this.callers = callers;
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.answers = new Answers(tags);
  }

  /** The answer to a call that has been let through. */
  Response of(Call call, Route route, Object resource, @Nullable Object[] arguments) {
    call.incoming().readToItsEnd();
    Supplier<Response> work = () -> answers.of(invoke(call, route, resource, arguments), call);
    var caller = call.caller();
    return caller == null
        ? work.get()
        : callers.call(caller, () -> transacted(call, route, arguments, work));
  }

  private Response transacted(
      Call call, Route route, @Nullable Object[] arguments, Supplier<Response> work) {
    if (!route.transacted()) {
      return work.get();
    }
    var key = call.idempotencyKey();
    var user = call.caller() == null ? null : call.caller().id();
    if (key != null && user != null) {
      var hash = RequestHash.of(call, arguments);
      var request = new Idempotency.Request(user, key, call, hash, route.shownOnce());
      return idempotency.once(call, request, () -> successful(work.get()));
    }
    try {
      return transactions.required(() -> successful(work.get()));
    } catch (Undone e) {
      return e.answer();
    }
  }

  private static Response successful(Response answer) {
    if (answer.getStatus() >= 400) {
      throw new Undone(answer);
    }
    return answer;
  }

  private static @Nullable Object invoke(
      Call call, Route route, Object resource, @Nullable Object[] arguments) {
    var refused = call.incoming().refused();
    if (refused != null) {
      throw refused;
    }
    try {
      return route.getMethodToInvoke().invoke(resource, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
