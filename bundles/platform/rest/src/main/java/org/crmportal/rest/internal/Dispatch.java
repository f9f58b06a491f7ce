package org.crmportal.rest.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.jaxrs.model.MethodDispatcher;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.crmportal.rest.internal.http.Call;
import org.crmportal.rest.internal.http.Route;

/**
 * The routes of a segment. CXF tries the regular expression of each of them on every request; it is
 * given only those that can match, and all of them where none can, so that it finds out why.
 */
final class Dispatch extends MethodDispatcher {

  private static final String ROOT = "/api/v1/";

  /** A route by what each segment of its path must be; empty is a variable. */
  private record Shape(Route route, List<String> words) {

    boolean fits(String[] path) {
      for (int i = 0; i < path.length; i++) {
        var word = words.get(i);
        if (!word.isEmpty() && !word.equals(path[i])) {
          return false;
        }
      }
      return true;
    }
  }

  private final Map<String, List<Shape>> shapes = new HashMap<>();

  Dispatch(List<Route> routes) {
    boolean plain = true;
    for (var route : routes) {
      bind(route, route.getMethodToInvoke());
      plain &= route.path().indexOf(':') < 0 && route.getHttpMethod() != null;
    }
    // A variable with an expression of its own may take several segments.
    if (plain) {
      routes.forEach(this::index);
    }
  }

  private void index(Route route) {
    var words =
        Arrays.stream(route.path().split("/", -1))
            .map(word -> word.indexOf('{') < 0 ? word : "")
            .toList();
    shapes
        .computeIfAbsent(key(route.getHttpMethod(), words.size()), key -> new ArrayList<>())
        .add(new Shape(route, words));
  }

  private static String key(String verb, int length) {
    return verb + length;
  }

  @Override
  public Set<OperationResourceInfo> getOperationResourceInfos() {
    var message = JAXRSUtils.getCurrentMessage();
    if (message == null) {
      return super.getOperationResourceInfos();
    }
    var call = Call.of(message);
    var fitting = fitting(call.method(), call.path());
    return fitting.isEmpty() ? super.getOperationResourceInfos() : fitting;
  }

  private Set<OperationResourceInfo> fitting(String verb, String uri) {
    // What is escaped, has parameters or empty segments is left to CXF.
    if (!uri.startsWith(ROOT) || uri.endsWith("/") || uri.indexOf('%') >= 0 || unusual(uri)) {
      return Set.of();
    }
    var path = uri.substring(ROOT.length()).split("/", -1);
    var fitting = new LinkedHashSet<OperationResourceInfo>();
    for (var shape : shapes.getOrDefault(key(verb, path.length), List.of())) {
      if (shape.fits(path)) {
        fitting.add(shape.route());
      }
    }
    return fitting;
  }

  private static boolean unusual(String uri) {
    return uri.indexOf(';') >= 0 || uri.contains("//");
  }
}
