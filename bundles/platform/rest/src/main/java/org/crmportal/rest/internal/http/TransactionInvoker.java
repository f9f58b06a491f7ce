package org.crmportal.rest.internal.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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
  private final Answers answers;

  public TransactionInvoker(Callers callers, Transactions transactions, Tags tags) {
    this.callers = callers;
    this.transactions = transactions;
    this.answers = new Answers(tags);
  }

  @Override
  protected Object performInvocation(
      Exchange exchange, Object resource, Method method, Object[] arguments) {
    var call = Call.of(exchange.getInMessage());
    var route = (Route) exchange.get(OperationResourceInfo.class);
    var caller = call.caller();
    if (caller == null) {
      return answers.of(invoke(call, resource, method, arguments), call);
    }
    return callers.call(caller, () -> answer(call, route, resource, method, arguments));
  }

  private Response answer(
      Call call, Route route, Object resource, Method method, Object[] arguments) {
    if (!route.transacted()) {
      return answers.of(invoke(call, resource, method, arguments), call);
    }
    try {
      return transactions.required(
          () -> {
            var answer = answers.of(invoke(call, resource, method, arguments), call);
            if (answer.getStatus() >= 400) {
              throw new Undone(answer);
            }
            return answer;
          });
    } catch (Undone e) {
      return e.answer;
    }
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

  /** Rolls back although the method returned: its answer is a failure. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Response answer;

    Undone(Response answer) {
      super("answered " + answer.getStatus(), null, false, false);
      this.answer = answer;
    }
  }
}
