package org.crmportal.rest.internal.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.crmportal.rest.EventStream;
import org.crmportal.rest.internal.json.Json;
import org.crmportal.rest.internal.json.JsonProvider;
import org.jspecify.annotations.Nullable;

/**
 * The short way to a method: for calls that leave nothing to negotiate, such as JSON for JSON at a
 * path in its usual spelling. All others, whatever is wrong with them, go through CXF.
 */
public final class Direct {

  private static final byte[] NONE = {};

  /** What the short way takes of CXF's place. */
  public record Parts(
      Door door,
      Execution execution,
      Problems problems,
      Json json,
      JsonProvider provider,
      Streams streams) {}

  private final Parts parts;
  private final RouteIndex index;
  private final Map<Route, Arguments> arguments = new HashMap<>();

  public Direct(Parts parts, RouteIndex index, List<Route> routes) {
    this.parts = parts;
    this.index = index;
    for (var route : routes) {
      boolean usual = Streams.at(route) || (producesJson(route) && known(route));
      var plain = usual ? Arguments.of(route, parts.provider()) : null;
      if (plain != null) {
        arguments.put(route, plain);
      }
    }
  }

  /** Answers a call; false if it has to go through CXF, and nothing has been done yet. */
  public boolean answers(Call call) throws IOException {
    var path = RouteIndex.segments(call.path());
    var route = route(index.fitting(call.method(), path));
    var how = route == null ? null : arguments.get(route);
    if (route == null
        || how == null
        || !accepts(call, route)
        || !sendsWhatIsRead(call, route, how)) {
      return false;
    }
    call.routed(
        RouteIndex.variables(route, path)::get,
        () -> JAXRSUtils.getStructuredParams(call.rawQuery(), "&", true, true));
    answer(call, route, how);
    return true;
  }

  private static boolean accepts(Call call, Route route) {
    var accept = call.header("Accept");
    return Streams.at(route)
        ? Streams.accepted(accept)
        : accept == null || accept.equals("*/*") || accept.equals(MediaType.APPLICATION_JSON);
  }

  private static boolean sendsWhatIsRead(Call call, Route route, Arguments how) {
    if (!how.withBody()) {
      return call.length() <= 0;
    }
    var type = call.header("Content-Type");
    return call.length() > 0
        && type != null
        && call.header("Content-Encoding") == null
        && route.getConsumeTypes().stream().anyMatch(each -> type.equals(each.toString()));
  }

  /** Whether what it returns is known to become JSON: its own answer could be anything. */
  private static boolean known(Route route) {
    var type = route.getMethodToInvoke().getReturnType();
    // A command for many hands its context, which only CXF has, on to the command for one.
    boolean generic = route.type() != null && !route.path().contains("/bulk/");
    return generic || type.isRecord() || type == void.class;
  }

  private static boolean producesJson(Route route) {
    return route.getProduceTypes().contains(MediaType.APPLICATION_JSON_TYPE);
  }

  /** The one that is meant: what has neither JSON nor a stream for an answer is not. */
  private @Nullable Route route(List<Route> fitting) {
    Route found = null;
    for (var each : fitting) {
      if (producesJson(each) || Streams.at(each)) {
        if (found != null) {
          return null;
        }
        found = each;
      }
    }
    return found;
  }

  private void answer(Call call, Route route, Arguments how) throws IOException {
    Response answer;
    byte[] body;
    try {
      answer = executed(call, route, how);
      if (answer.getEntity() instanceof EventStream stream) {
        parts.streams().open(stream, call);
        return;
      }
      body = body(answer);
    } catch (RuntimeException e) {
      answer = parts.problems().response(e, call);
      body = body(answer);
    }
    Sender.send(answer, body, call.response());
  }

  private Response executed(Call call, Route route, Arguments how) {
    parts.door().admit(call, route, call.query()::keySet);
    var resource = route.getClassResourceInfo().getResourceProvider().getInstance(null);
    return parts.execution().of(call, route, resource, how.of(call));
  }

  /** The body as it is sent; empty if there is none. */
  private byte[] body(Response answer) {
    var entity = answer.getEntity();
    if (entity == null) {
      return NONE;
    }
    if (!answer.getHeaders().containsKey("Content-Type")) {
      answer.getHeaders().putSingle("Content-Type", MediaType.APPLICATION_JSON);
    }
    return entity instanceof byte[] bytes ? bytes : parts.json().bytes(entity);
  }
}
