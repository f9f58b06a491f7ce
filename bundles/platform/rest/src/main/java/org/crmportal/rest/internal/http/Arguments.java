package org.crmportal.rest.internal.http;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.crmportal.rest.IfMatch;
import org.crmportal.rest.internal.json.JsonProvider;
import org.crmportal.rest.internal.json.Parameters;
import org.jspecify.annotations.Nullable;

/** The arguments of a method whose parameters are plain, taken from a call without JAX-RS. */
final class Arguments {

  private static final Parameters PARAMETERS = new Parameters();

  /** Where one argument comes from. */
  private interface Source {
    @Nullable Object of(Call call);
  }

  private final List<Source> sources = new ArrayList<>();
  private boolean body;

  private Arguments() {}

  /** The arguments of a route's method, or null if JAX-RS has to make one of them. */
  static @Nullable Arguments of(Route route, JsonProvider json) {
    var arguments = new Arguments();
    for (var parameter : route.getMethodToInvoke().getParameters()) {
      var source = arguments.source(parameter, json);
      if (source == null) {
        return null;
      }
      arguments.sources.add(source);
    }
    return arguments;
  }

  /** Whether one of them is the body. */
  boolean withBody() {
    return body;
  }

  @Nullable Object[] of(Call call) {
    var values = new @Nullable Object[sources.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = sources.get(i).of(call);
    }
    return values;
  }

  private @Nullable Source source(Parameter parameter, JsonProvider json) {
    var path = parameter.getAnnotation(PathParam.class);
    var query = parameter.getAnnotation(QueryParam.class);
    var header = parameter.getAnnotation(HeaderParam.class);
    if (path != null) {
      return converted(parameter, call -> call.variable(path.value()));
    }
    if (query != null) {
      return converted(parameter, call -> first(call.query().get(query.value())));
    }
    if (header != null) {
      return parameter.getType() == IfMatch.class
          ? call -> ifMatch(call.header(header.value()))
          : converted(parameter, call -> call.header(header.value()));
    }
    if (parameter.getType() == Call.class && parameter.isAnnotationPresent(Context.class)) {
      return call -> call;
    }
    if (body || parameter.getAnnotations().length > 0 || !json.reads(parameter.getType())) {
      return null;
    }
    body = true;
    return call -> json.body(call, call::in, parameter.getParameterizedType());
  }

  private static @Nullable Source converted(Parameter parameter, Source text) {
    if (parameter.getType() == String.class) {
      return text;
    }
    var converter =
        PARAMETERS.getConverter(
            parameter.getType(), parameter.getParameterizedType(), parameter.getAnnotations());
    if (converter == null) {
      return null;
    }
    return call -> {
      var given = (String) text.of(call);
      return given == null ? null : converter.fromString(given);
    };
  }

  private static @Nullable IfMatch ifMatch(@Nullable String header) {
    return header == null ? null : IfMatch.valueOf(header);
  }

  private static @Nullable String first(@Nullable List<String> values) {
    return values == null || values.isEmpty() ? null : values.get(0);
  }
}
