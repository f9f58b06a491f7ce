package org.crmportal.rest.internal;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.Bus;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.MethodDispatcher;
import org.apache.cxf.jaxrs.model.URITemplate;
import org.crmportal.platform.record.RecordType;
import org.crmportal.rest.internal.http.Guard;
import org.crmportal.rest.internal.http.Route;
import org.crmportal.rest.internal.records.Needs;
import org.jspecify.annotations.Nullable;

/** Finds the routes of resources. A module's own method hides the generic one of the same path. */
final class Routes {

  private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON_TYPE);

  private static final String COMMAND = "{command}";

  private final Bus bus;

  Routes(Bus bus) {
    this.bus = bus;
  }

  /** All routes of one server. */
  List<Route> of(List<Published> resources) {
    var routes = new ArrayList<Route>();
    resources.stream().filter(each -> each.type() == null).forEach(each -> add(each, routes));
    var own = routes.stream().map(Route::key).collect(Collectors.toSet());
    for (var each : resources) {
      if (each.type() != null) {
        var generic = new ArrayList<Route>();
        add(each, generic);
        generic.removeIf(route -> own.contains(route.key()));
        routes.addAll(generic);
      }
    }
    for (var each : resources) {
      if (each.type() != null) {
        addCommands(each, routes);
      }
    }
    return routes;
  }

  private void add(Published published, List<Route> routes) {
    var owner = owner(published);
    for (var method : published.resource().getClass().getMethods()) {
      var verb = verb(method);
      if (verb != null && !method.isBridge() && offered(method, published.type())) {
        var path = published.with(method.getAnnotation(Path.class));
        if (!path.endsWith(COMMAND)) {
          routes.add(route(published, owner, method, verb, path));
        }
      }
    }
  }

  /** A command for many has its name in the path, or JAX-RS would take it for one for a record. */
  private void addCommands(Published published, List<Route> routes) {
    var owner = owner(published);
    var one = "POST " + published.path().replaceAll("\\{[^}]*}", "{}") + "/{}/";
    var names = new TreeSet<>(Set.of("update", "delete"));
    for (var route : routes) {
      // What makes a record of another type below this one is no command.
      boolean others = route.type() != null && !route.type().equals(published.type());
      var name = route.key().startsWith(one) ? route.key().substring(one.length()) : "/";
      if (!others && !name.contains("/") && !name.contains("{")) {
        names.add(name);
      }
    }
    for (var method : published.resource().getClass().getMethods()) {
      var path = published.with(method.getAnnotation(Path.class));
      if (path.endsWith(COMMAND) && offered(method, published.type())) {
        var base = path.substring(0, path.length() - COMMAND.length());
        names.forEach(name -> routes.add(route(published, owner, method, "POST", base + name)));
      }
    }
  }

  private ClassResourceInfo owner(Published published) {
    var type = published.resource().getClass();
    var owner = new ClassResourceInfo(type, type, true, false, bus, JSON, JSON);
    owner.setURITemplate(URITemplate.createTemplate("/" + published.segment()));
    owner.setResourceProvider(new SingletonResourceProvider(published.resource(), false));
    owner.setMethodDispatcher(new MethodDispatcher());
    return owner;
  }

  private static Route route(
      Published published, ClassResourceInfo owner, Method method, String verb, String path) {
    method.setAccessible(true);
    var route =
        new Route(method, verb, path, owner, guard(method, published.type()), published.type());
    owner.getMethodDispatcher().bind(route, method);
    return route;
  }

  private static @Nullable String verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
        .filter(each -> each != null)
        .map(HttpMethod::value)
        .findFirst()
        .orElse(null);
  }

  private static boolean offered(Method method, @Nullable RecordType<?, ?> type) {
    if (type == null) {
      return true;
    }
    boolean reads = "GET".equals(verb(method));
    boolean restores = method.getName().equals("restore");
    return (reads || !type.readOnly()) && (!restores || type.softDelete());
  }

  private static @Nullable Guard guard(Method method, @Nullable RecordType<?, ?> type) {
    if (type == null) {
      return Guard.of(method);
    }
    var needs = method.getAnnotation(Needs.class);
    if (needs == null) {
      return null;
    }
    var action = needs.value();
    // What hangs on any record may be read, and added, by whoever may read that record.
    boolean follows = type.anyParent().isPresent();
    boolean open = follows && (action.equals("read") || action.equals("create"));
    return action.isEmpty() || open || everyone(type, action)
        ? Guard.SIGNED_IN
        : Guard.permission(type.resource(), action);
  }

  /** Whether everyone may do it, in whichever scope; the records check which ones. */
  private static boolean everyone(RecordType<?, ?> type, String action) {
    return Stream.of("", "_team", "_own").anyMatch(s -> type.everyone().contains(action + s));
  }
}
