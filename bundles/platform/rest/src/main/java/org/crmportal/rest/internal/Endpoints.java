package org.crmportal.rest.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.cxf.Bus;
import org.apache.cxf.service.invoker.Invoker;
import org.crmportal.rest.internal.http.Direct;
import org.crmportal.rest.internal.http.Route;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves resources as they come and go; a change touches only what has the same first segment. */
final class Endpoints {

  private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);

  private final Bus bus;
  private final ClassLoader loader;
  private final List<?> providers;
  private final Invoker invoker;
  private final Direct.Parts direct;
  private final Routes routes;
  private final Map<String, List<Published>> published = new TreeMap<>();
  private final Map<String, Segment> segments = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();
  private final Map<String, Long> latest = new ConcurrentHashMap<>();

  Endpoints(Bus bus, ClassLoader loader, List<?> providers, Invoker invoker, Direct.Parts direct) {
    this.bus = bus;
    this.loader = loader;
    this.providers = providers;
    this.invoker = invoker;
    this.direct = direct;
    this.routes = new Routes(bus);
  }

  /** What serves a first path segment now, or null. */
  @Nullable Segment at(String name) {
    return segments.get(name);
  }

  synchronized void add(Published resource) {
    published.computeIfAbsent(resource.segment(), name -> new ArrayList<>()).add(resource);
    rebuild(resource.segment());
  }

  synchronized void remove(Published resource) {
    var list = published.get(resource.segment());
    if (list != null && list.remove(resource)) {
      rebuild(resource.segment());
    }
  }

  /** Everything that is served now, in the order of the paths' first segments. */
  synchronized List<Published> all() {
    return published.values().stream().flatMap(Collection::stream).toList();
  }

  /** Every route that is served now. */
  synchronized List<Route> routes() {
    return published.keySet().stream()
        .map(segments::get)
        .filter(each -> each != null)
        .flatMap(each -> each.routes().stream())
        .toList();
  }

  /** The route of a key such as {@code POST leads/{}/convert}, or null. */
  @Nullable Route route(String key) {
    var path = key.substring(key.indexOf(' ') + 1);
    int slash = path.indexOf('/');
    var segment = at(slash < 0 ? path : path.substring(0, slash));
    return segment == null ? null : segment.route(key);
  }

  /** Grows with every change. */
  long changes() {
    return changes.get();
  }

  /** Grows with every change of what serves a first path segment. */
  long changes(String name) {
    return latest.getOrDefault(name, 0L);
  }

  synchronized void close() {
    segments.values().forEach(Segment::leave);
    segments.clear();
    published.clear();
  }

  private void rebuild(String name) {
    var start = System.nanoTime();
    var address = "/" + name + "/" + changed(name);
    var all = routes.of(published.getOrDefault(name, List.of()));
    var before =
        all.isEmpty() ? segments.remove(name) : segments.put(name, start(name, address, all));
    // Again, for a call that began meanwhile and still met the routes of before.
    changed(name);
    if (before != null) {
      before.leave();
    }
    LOG.info("/{} has {} routes ({} ms)", name, all.size(), (System.nanoTime() - start) / 1000000);
  }

  private long changed(String name) {
    long now = changes.incrementAndGet();
    latest.put(name, now);
    return now;
  }

  private Segment start(String name, String address, List<Route> all) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return new Segment(bus, name, address, all, providers, invoker, direct);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
