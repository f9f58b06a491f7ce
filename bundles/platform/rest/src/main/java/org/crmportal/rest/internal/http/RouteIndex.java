package org.crmportal.rest.internal.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds routes by comparing the words of their paths, without an expression for each. */
public final class RouteIndex {

  private static final String ROOT = "/api/v1/";

  private final Map<String, List<Route>> routes = new HashMap<>();

  /** Knows routes; none of them if one has a path that only JAX-RS can compare. */
  public RouteIndex(List<Route> all) {
    // A variable with an expression of its own may take several segments.
    if (all.stream().allMatch(r -> r.path().indexOf(':') < 0 && r.getHttpMethod() != null)) {
      for (var route : all) {
        var key = key(route.getHttpMethod(), route.segments().size());
        routes.computeIfAbsent(key, each -> new ArrayList<>()).add(route);
      }
    }
  }

  /** The routes that a call can mean; none of them if its path is spelled in an unusual way. */
  public List<Route> fitting(Call call) {
    return fitting(call.method(), segments(call.path()));
  }

  List<Route> fitting(String method, String[] path) {
    var fitting = new ArrayList<Route>(2);
    for (var route : routes.getOrDefault(key(method, path.length), List.of())) {
      if (fits(route, path)) {
        fitting.add(route);
      }
    }
    return fitting;
  }

  /** What stands in a path for the variables of a route that fits it. */
  static Map<String, String> variables(Route route, String[] path) {
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < path.length; i++) {
      var word = route.segments().get(i);
      if (variable(word)) {
        values.put(word.substring(1, word.length() - 1), path[i]);
      }
    }
    return values;
  }

  private static boolean fits(Route route, String[] path) {
    for (int i = 0; i < path.length; i++) {
      var word = route.segments().get(i);
      if (!variable(word) && !word.equals(path[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean variable(String word) {
    return word.startsWith("{");
  }

  private static String key(String verb, int length) {
    return verb + length;
  }

  /** The segments of a path; none if something is escaped, empty or has parameters. */
  static String[] segments(String uri) {
    boolean plain =
        uri.startsWith(ROOT)
            && !uri.endsWith("/")
            && uri.indexOf('%') < 0
            && uri.indexOf(';') < 0
            && !uri.contains("//");
    return plain ? uri.substring(ROOT.length()).split("/", -1) : new String[0];
  }
}
