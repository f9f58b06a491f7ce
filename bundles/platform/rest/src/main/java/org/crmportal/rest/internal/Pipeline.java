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
import org.crmportal.rest.internal.http.Calls;
import org.crmportal.rest.internal.http.CxfFilter;
import org.crmportal.rest.internal.http.CxfInvoker;
import org.crmportal.rest.internal.http.Direct;
import org.crmportal.rest.internal.http.Door;
import org.crmportal.rest.internal.http.Execution;
import org.crmportal.rest.internal.http.Idempotency;
import org.crmportal.rest.internal.http.ProblemMapper;
import org.crmportal.rest.internal.http.Problems;
import org.crmportal.rest.internal.http.Proxies;
import org.crmportal.rest.internal.http.Streams;
import org.crmportal.rest.internal.http.Tags;
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
  private final Streams streams;

  /** What the way in has to know of this node. */
  record Entrance(Proxies proxies, Limits limits, Watch watch, Pace pace) {}

  Pipeline(
      Json json,
      Callers callers,
      Transactions transactions,
      Supplier<@Nullable Authenticator> authenticator,
      Function<Call, @Nullable String> stopped,
      Function<Call, @Nullable String> absent,
      Entrance entrance) {
    var thread = Thread.currentThread();
    var loader = thread.getContextClassLoader();
    var cxf = CXFBusFactory.class.getClassLoader();
    thread.setContextClassLoader(cxf);
    try {
      this.bus = new CXFBusFactory().createBus();
      bus.setId("crm-rest");
      var problems = new Problems(json, stopped, absent);
      var mapper = new ProblemMapper(problems);
      var provider = new JsonProvider(json, patch -> new DraftPatch(json, patch));
      var door = new Door(authenticator);
      var providers = List.of(provider, new Parameters(), new Calls(), mapper, new CxfFilter(door));
      this.idempotency = new Idempotency(transactions, problems, json);
      var execution = new Execution(callers, transactions, idempotency, tags);
      this.streams = new Streams(door);
      var direct = new Direct.Parts(door, execution, problems, json, provider, streams);
      this.endpoints = new Endpoints(bus, cxf, providers, new CxfInvoker(execution), direct);
      endpoints.add(Published.resource(new ApiDocument(endpoints, json), 0));
      endpoints.add(Published.resource(new ApiPages(), 0));
      this.servlet = new Gate(endpoints, problems, entrance, cxf);
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
    streams.close();
    endpoints.close();
    bus.shutdown(true);
  }
}
