package org.crmportal.rest.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.JAXRSServiceFactoryBean;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;
import org.apache.cxf.service.invoker.Invoker;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.crmportal.rest.internal.http.Direct;
import org.crmportal.rest.internal.http.Route;
import org.crmportal.rest.internal.http.RouteIndex;
import org.jspecify.annotations.Nullable;

/**
 * One CXF server for all resources below one first path segment. When they change, a new one takes
 * its place; the old one ends with its last request.
 */
final class Segment {

  private final List<Route> routes;
  private final Server server;
  private final Direct direct;
  private final AtomicInteger running = new AtomicInteger(1);

  /** Starts a server at an internal address that no other one has. */
  Segment(
      Bus bus,
      String name,
      String address,
      List<Route> routes,
      List<?> providers,
      Invoker invoker,
      Direct.Parts parts) {
    this.routes = List.copyOf(routes);
    var index = new RouteIndex(routes);
    this.direct = new Direct(parts, index, routes);
    var model = new Model();
    model.add(root(bus, name, routes, index));
    var factory = new JAXRSServerFactoryBean(model);
    factory.setBus(bus);
    factory.setAddress(address);
    factory.setProviders(providers);
    factory.setInvoker(invoker);
    factory.setProperties(Limits.cxf());
    this.server = factory.create();
  }

  /** All that it serves. */
  List<Route> routes() {
    return routes;
  }

  /** The route of a key, or null. */
  @Nullable Route route(String key) {
    return routes.stream().filter(each -> each.key().equals(key)).findFirst().orElse(null);
  }

  /** Begins a request; false if the server has ended meanwhile. */
  boolean enter() {
    for (; ; ) {
      int before = running.get();
      if (before == 0) {
        return false;
      }
      if (running.compareAndSet(before, before + 1)) {
        return true;
      }
    }
  }

  /** Ends a request, or the server's own claim; the last one stops the server. */
  void leave() {
    if (running.decrementAndGet() == 0) {
      server.destroy();
    }
  }

  /** What takes those of its requests that leave nothing to negotiate. */
  Direct direct() {
    return direct;
  }

  /** What takes its requests. */
  AbstractHTTPDestination destination() {
    return (AbstractHTTPDestination) server.getDestination();
  }

  private static ClassResourceInfo root(
      Bus bus, String name, List<Route> routes, RouteIndex index) {
    var first = routes.get(0).getClassResourceInfo();
    var root =
        new ClassResourceInfo(first.getResourceClass(), first.getServiceClass(), true, false, bus);
    root.setURITemplate(URITemplate.createTemplate("/" + name));
    root.setResourceProvider(first.getResourceProvider());
    root.setMethodDispatcher(new Dispatch(routes, index));
    return root;
  }

  /** A service whose resources are given as they are. */
  private static final class Model extends JAXRSServiceFactoryBean {
    void add(ClassResourceInfo resource) {
      addClassResourceInfo(resource);
    }
  }
}
