package org.crmportal.rest.internal.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.crmportal.rest.internal.http.Route;

/** Makes the OpenAPI document of the routes that are served now. */
public final class OpenApi {

  private final Schemas schemas = new Schemas();
  private final Operations operations = new Operations(schemas);
  private final Map<String, String> paths = new TreeMap<>();
  private final Map<String, Map<String, Object>> items = new TreeMap<>();

  /** The document as a value. */
  public static Map<String, Object> of(List<Route> routes) {
    return new OpenApi().document(routes);
  }

  private Map<String, Object> document(List<Route> routes) {
    routes.stream().filter(route -> route.guard() != null).forEach(this::add);
    var document = new LinkedHashMap<String, Object>();
    document.put("openapi", "3.0.3");
    document.put(
        "info",
        Map.of(
            "title", "CRM Portal",
            "version", "1.0.0",
            "description", "Everything that runs now, extensions included."));
    document.put("servers", List.of(Map.of("url", "/api/v1")));
    document.put("security", List.of(Map.of("bearer", List.of())));
    document.put("paths", items);
    document.put("components", components());
    return document;
  }

  private void add(Route route) {
    // Two templates that differ only in the names of variables are one path in OpenAPI.
    var same = route.key().substring(route.key().indexOf(' ') + 1);
    var path = paths.computeIfAbsent(same, key -> "/" + plain(route.path()));
    var item = items.computeIfAbsent(path, key -> new TreeMap<>());
    var verb = route.getHttpMethod().toLowerCase(Locale.ROOT);
    var known = item.get(verb);
    if (known instanceof Map<?, ?> operation) {
      Operations.addMediaTypes(operation, route);
    } else {
      item.put(verb, operations.of(route, path));
    }
  }

  private Map<String, Object> components() {
    var named = new TreeMap<>(schemas.named());
    named.put("Problem", problem());
    var failure =
        Map.of(
            "description",
            "What went wrong (RFC 9457)",
            "content",
            Map.of(
                "application/problem+json",
                Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
    return Map.of(
        "schemas",
        named,
        "responses",
        Map.of("Problem", failure),
        "securitySchemes",
        Map.of("bearer", Map.of("type", "http", "scheme", "bearer")));
  }

  private static Map<String, Object> problem() {
    var text = Map.of("type", "string");
    var error =
        Map.of(
            "type", "object", "properties", Map.of("field", text, "code", text, "message", text));
    var properties = new LinkedHashMap<String, Object>();
    for (var name : List.of("type", "title", "detail", "instance", "request_id", "module")) {
      properties.put(name, text);
    }
    properties.put("status", Map.of("type", "integer"));
    properties.put("errors", Map.of("type", "array", "items", error));
    return Map.of(
        "type",
        "object",
        "required",
        new ArrayList<>(List.of("type", "title", "status")),
        "properties",
        properties);
  }

  private static String plain(String path) {
    return path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
  }
}
