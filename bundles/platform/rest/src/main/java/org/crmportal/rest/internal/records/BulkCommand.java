package org.crmportal.rest.internal.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Violation;
import org.crmportal.rest.internal.http.Call;
import org.crmportal.rest.internal.http.Route;
import org.crmportal.rest.internal.json.Decoder;
import org.crmportal.rest.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Gives one command to many records: calls the command's own method for each. */
final class BulkCommand {

  private final Route route;
  private final Json json;

  BulkCommand(Route route, Json json) {
    this.route = route;
    this.json = json;
  }

  /** The ids of a body; what else is in it is the body of each command. */
  static List<UUID> ids(JsonNode body, Decoder decoder) {
    record Ids(List<UUID> ids) {}
    if (!body.isObject() || !body.has("ids")) {
      throw CrmException.invalid("ids", "required", "must be given");
    }
    var only = ((ObjectNode) body).deepCopy().retain("ids");
    var ids = decoder.read(only, Ids.class) instanceof Ids read ? read.ids() : List.<UUID>of();
    Outcomes.limit(ids, "ids");
    return ids;
  }

  /** Refuses what is beside the ids where the command takes no body. */
  void check(JsonNode rest) {
    if (Arrays.stream(route.getMethodToInvoke().getParameters()).anyMatch(BulkCommand::isBody)) {
      return;
    }
    var unknown = new ArrayList<Violation>();
    rest.fieldNames()
        .forEachRemaining(
            name -> unknown.add(new Violation(name, "unknown", "is not a known field")));
    Decoder.done(unknown);
  }

  private static boolean isBody(Parameter parameter) {
    return Stream.of(PathParam.class, HeaderParam.class, QueryParam.class, Context.class)
        .noneMatch(parameter::isAnnotationPresent);
  }

  /** Calls the command for one record. */
  Outcome call(int index, UUID id, JsonNode rest) {
    var method = route.getMethodToInvoke();
    var parameters = method.getParameters();
    var arguments = new @Nullable Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      arguments[i] = argument(parameters[i], id, rest);
    }
    var resource = route.getClassResourceInfo().getResourceProvider().getInstance(null);
    try {
      var result = method.invoke(resource, arguments);
      int status = result instanceof Response response ? response.getStatus() : 200;
      return Outcome.of(index, result == null ? 204 : status, id);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object argument(Parameter parameter, UUID id, JsonNode rest) {
    var path = parameter.getAnnotation(PathParam.class);
    if (path != null) {
      var text = path.value().equals("id") ? id.toString() : Call.current().variable(path.value());
      return parameter.getType() == UUID.class ? UUID.fromString(text) : text;
    }
    if (parameter.isAnnotationPresent(HeaderParam.class)
        || parameter.isAnnotationPresent(QueryParam.class)) {
      return null;
    }
    if (parameter.isAnnotationPresent(Context.class)) {
      return JAXRSUtils.createContextValue(
          JAXRSUtils.getCurrentMessage(), parameter.getParameterizedType(), parameter.getType());
    }
    return json.decoder().read(rest, parameter.getParameterizedType());
  }
}
