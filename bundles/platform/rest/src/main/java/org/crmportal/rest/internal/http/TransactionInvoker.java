package org.crmportal.rest.internal.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import javax.ws.rs.core.Response;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Exchange;
import org.crmportal.platform.Callers;
import org.crmportal.platform.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Calls a resource's method as its caller, and in one transaction where it may change something.
 */
public final class TransactionInvoker extends JAXRSInvoker {

  private final Callers callers;
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final Answers answers;

  public TransactionInvoker(
      Callers callers, Transactions transactions, Idempotency idempotency, Tags tags) {
    this.callers = callers;
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.answers = new Answers(tags);
  }

  @Override
  protected Object performInvocation(
      Exchange exchange, Object resource, Method method, Object[] arguments) {
    var call = Call.of(exchange.getInMessage());
    var route = (Route) exchange.get(OperationResourceInfo.class);
    call.read();
    var caller = call.caller();
    if (caller == null) {
      return answers.of(invoke(call, resource, method, arguments), call);
    }
    return callers.call(caller, () -> answer(call, route, resource, method, arguments));
  }

  private Response answer(
      Call call, Route route, Object resource, Method method, Object[] arguments) {
    Supplier<Response> work = () -> answers.of(invoke(call, resource, method, arguments), call);
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
      Call call, Object resource, Method method, Object[] arguments) {
    var refused = call.refused();
    if (refused != null) {
      throw refused;
    }
    try {
      return method.invoke(resource, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new Fault(e.getCause());
    } catch (IllegalAccessException e) {
      throw new Fault(e);
    }
  }
}
