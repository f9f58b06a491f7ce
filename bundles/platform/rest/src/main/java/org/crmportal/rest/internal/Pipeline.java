package org.crmportal.rest.internal;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.servlet.Servlet;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.crmportal.platform.Authenticator;
import org.crmportal.platform.Callers;
import org.crmportal.platform.Transactions;
import org.crmportal.rest.internal.http.Call;
import org.crmportal.rest.internal.http.Idempotency;
import org.crmportal.rest.internal.http.ProblemMapper;
import org.crmportal.rest.internal.http.Problems;
import org.crmportal.rest.internal.http.SecurityFilter;
import org.crmportal.rest.internal.http.Tags;
import org.crmportal.rest.internal.http.TransactionInvoker;
import org.crmportal.rest.internal.json.Json;
import org.crmportal.rest.internal.json.JsonProvider;
import org.crmportal.rest.internal.json.Parameters;
import org.crmportal.rest.internal.records.DraftPatch;
import org.jspecify.annotations.Nullable;

/** All that is between the web server and the resources, put together. */
final class Pipeline implements AutoCloseable {

  private final Bus bus;
  private final Tags tags = new Tags();
  private final Idempotency idempotency;
  private final Endpoints endpoints;
  private final Servlet servlet;

  Pipeline(
      Json json,
      Callers callers,
      Transactions transactions,
      Supplier<@Nullable Authenticator> authenticator,
      Function<Call, @Nullable String> stopped,
      Pace pace) {
    var thread = Thread.currentThread();
    var loader = thread.getContextClassLoader();
    var cxf = CXFBusFactory.class.getClassLoader();
    thread.setContextClassLoader(cxf);
    try {
      this.bus = new CXFBusFactory().createBus();
      bus.setId("crm-rest");
      var problems = new Problems(json, stopped);
      var mapper = new ProblemMapper(problems);
      var providers =
          List.of(
              new JsonProvider(json, patch -> new DraftPatch(json, patch)),
              new Parameters(),
              mapper,
              new SecurityFilter(authenticator));
      this.idempotency = new Idempotency(transactions, problems, json);
      var invoker = new TransactionInvoker(callers, transactions, idempotency, tags);
      this.endpoints = new Endpoints(bus, cxf, providers, invoker);
      endpoints.add(Published.resource(new ApiDocument(endpoints, json), 0));
      endpoints.add(Published.resource(new ApiPages(), 0));
      this.servlet = new Gate(endpoints, problems, cxf, pace);
    } finally {
      thread.setContextClassLoader(loader);
    }
  }

  Endpoints endpoints() {
    return endpoints;
  }

  Servlet servlet() {
    return servlet;
  }

  Idempotency idempotency() {
    return idempotency;
  }

  void publish(Published resource) {
    if (resource.type() != null) {
      tags.add(resource.type());
    }
    endpoints.add(resource);
  }

  void withdraw(Published resource) {
    endpoints.remove(resource);
    if (resource.type() != null) {
      tags.remove(resource.type());
    }
  }

  @Override
  public void close() {
    endpoints.close();
    bus.shutdown(true);
  }
}
