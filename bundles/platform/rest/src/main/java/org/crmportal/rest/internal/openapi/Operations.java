package org.crmportal.rest.internal.openapi;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.ws.rs.CookieParam;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.crmportal.platform.record.Column;
import org.crmportal.platform.record.Groups;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordType;
import org.crmportal.rest.internal.http.Route;
import org.jspecify.annotations.Nullable;

/** Describes routes: their parameters, bodies and answers. */
final class Operations {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final Map<String, Object> TEXT = Map.of("type", "string");

  private final Schemas schemas;

  Operations(Schemas schemas) {
    this.schemas = schemas;
  }

  Map<String, Object> of(Route route, String path) {
    var operation = new LinkedHashMap<String, Object>();
    var method = route.getMethodToInvoke();
    operation.put("operationId", id(route));
    operation.put("tags", List.of(path.substring(1).split("/", -1)[0]));
    operation.put("summary", words(method.getName()));
    var parameters = parameters(route, path);
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    var body = body(route);
    if (body != null) {
      operation.put("requestBody", body);
    }
    operation.put("responses", responses(route));
    if (route.guard() != null && route.guard().open()) {
      operation.put("security", List.of());
    }
    return operation;
  }

  /** Adds the media types of a route to the operation of another one with the same path. */
  static void addMediaTypes(Map<?, ?> operation, Route route) {
    if (operation.get("responses") instanceof Map<?, ?> responses
        && responses.get("200") instanceof Map<?, ?> response
        && response.get("content") instanceof Map<?, ?> content) {
      @SuppressWarnings("unchecked")
      var types = (Map<String, Object>) content;
      route
          .getProduceTypes()
          .forEach(type -> types.putIfAbsent(type(type), Map.of("schema", TEXT)));
    }
  }

  private List<Object> parameters(Route route, String path) {
    var all = new ArrayList<Object>();
    var variables = VARIABLE.matcher(path);
    while (variables.find()) {
      var name = variables.group(1);
      boolean id = name.equals("id") || name.endsWith("_id");
      var schema = id ? Map.<String, Object>of("type", "string", "format", "uuid") : TEXT;
      all.add(parameter(name, "path", true, schema));
    }
    var type = route.type();
    if (type != null && route.getMethodToInvoke().getName().equals("find")) {
      listParameters(type, all);
    }
    for (var each : route.getMethodToInvoke().getParameters()) {
      var query = each.getAnnotation(QueryParam.class);
      var header = each.getAnnotation(HeaderParam.class);
      if (query != null) {
        all.add(parameter(query.value(), "query", false, schemas.of(each.getParameterizedType())));
      } else if (header != null) {
        all.add(parameter(header.value(), "header", false, TEXT));
      }
    }
    if (route.getHttpMethod().equals("POST")) {
      all.add(parameter("Idempotency-Key", "header", false, TEXT));
    }
    return all;
  }

  private static void listParameters(RecordType<?, ?> type, List<Object> all) {
    var limit = Map.<String, Object>of("type", "integer", "minimum", 1, "maximum", 200);
    all.add(parameter("limit", "query", false, limit));
    var skip = Map.<String, Object>of("type", "integer", "minimum", 0, "maximum", 999_999_999);
    all.add(parameter("skip", "query", false, skip));
    all.add(parameter("count", "query", false, Map.of("type", "boolean")));
    for (var name : List.of("cursor", "sort", "q", "filter", "fields", "group_by", "sum")) {
      all.add(parameter(name, "query", false, TEXT));
    }
    if (type.softDelete()) {
      var only = Map.<String, Object>of("type", "string", "enum", List.of("only"));
      all.add(parameter("deleted", "query", false, only));
    }
    for (var column : type.columns().keySet()) {
      all.add(parameter(column, "query", false, Schemas.list(TEXT)));
    }
  }

  private static Map<String, Object> parameter(
      String name, String in, boolean required, Map<String, Object> schema) {
    return Map.of("name", name, "in", in, "required", required, "schema", schema);
  }

  private @Nullable Map<String, Object> body(Route route) {
    for (var parameter : route.getMethodToInvoke().getParameters()) {
      if (isBody(parameter)) {
        var content = new LinkedHashMap<String, Object>();
        var schema = schema(route, parameter);
        route.getConsumeTypes().forEach(type -> content.put(type(type), Map.of("schema", schema)));
        return Map.of("content", content);
      }
    }
    return null;
  }

  private Map<String, Object> schema(Route route, Parameter parameter) {
    var type = route.type();
    var name = route.getMethodToInvoke().getName();
    if (parameter.getType() == MultipartBody.class) {
      return form();
    }
    if (type != null && name.equals("create")) {
      return schemas.of(type.draftType());
    }
    return type != null && name.equals("update")
        ? schemas.patch(type.draftType())
        : schemas.of(parameter.getParameterizedType());
  }

  private static Map<String, Object> form() {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("file", Map.of("type", "string", "format", "binary"));
    for (var name : List.of("mapping", "constants", "date_format", "decimal", "key", "dry_run")) {
      properties.put(name, TEXT);
    }
    properties.put("allow_duplicate", TEXT);
    return Map.of(
        "type", "object", "properties", properties, "required", List.of("file", "mapping"));
  }

  private static boolean isBody(Parameter parameter) {
    return !parameter.isAnnotationPresent(PathParam.class)
        && !parameter.isAnnotationPresent(QueryParam.class)
        && !parameter.isAnnotationPresent(HeaderParam.class)
        && !parameter.isAnnotationPresent(CookieParam.class)
        && !parameter.isAnnotationPresent(Context.class);
  }

  private @Nullable Map<String, Object> answer(Route route) {
    var method = route.getMethodToInvoke();
    var type = route.type();
    if (type == null) {
      return method.getReturnType() == void.class ? null : answer(method.getGenericReturnType());
    }
    return switch (method.getName()) {
      case "delete" -> null;
      case "find" -> list(schemas.of(type.type()));
      case "get", "create", "update", "restore" -> schemas.of(type.type());
      case "export" -> TEXT;
      default -> Map.of("type", "object");
    };
  }

  private Map<String, Object> answer(Type type) {
    return type instanceof ParameterizedType page && page.getRawType() == Page.class
        ? page(schemas.of(page.getActualTypeArguments()[0]))
        : schemas.of(type);
  }

  private static Map<String, Object> page(Map<String, Object> item) {
    return Map.of("type", "object", "properties", members(item));
  }

  /** A page, or what {@code group_by} asks for in its place. */
  private Map<String, Object> list(Map<String, Object> item) {
    var properties = members(item);
    properties.put("groups", Schemas.list(schemas.of(Groups.Group.class)));
    properties.put("complete", Map.of("type", "boolean"));
    return Map.of("type", "object", "properties", properties);
  }

  private static Map<String, Object> members(Map<String, Object> item) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("items", Schemas.list(item));
    properties.put("next_cursor", Map.of("type", "string", "nullable", true));
    properties.put("total", Map.of("type", "integer", "format", "int64"));
    return properties;
  }

  private static String id(Route route) {
    return (route.getHttpMethod().toLowerCase(Locale.ROOT) + "_" + route.path())
        .replaceAll("[^A-Za-z0-9]+", "_")
        .replaceAll("_+$", "");
  }

  private static String type(MediaType type) {
    return type.getType() + "/" + type.getSubtype();
  }

  private static String words(String camelCase) {
    var words = Column.snakeCase(camelCase).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private Map<String, Object> responses(Route route) {
    var responses = new LinkedHashMap<String, Object>();
    var schema = answer(route);
    var name = route.getMethodToInvoke().getName();
    if (schema == null) {
      responses.put("204", Map.of("description", "Done"));
    } else {
      var content = new LinkedHashMap<String, Object>();
      route.getProduceTypes().forEach(type -> content.put(type(type), Map.of("schema", schema)));
      var answered = Map.of("description", "Done", "content", content);
      boolean creates = route.type() != null && name.equals("create");
      boolean queues = route.type() != null && name.equals("importCsv");
      responses.put(creates ? "201" : queues ? "202" : "200", answered);
    }
    responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
    return responses;
  }
}
