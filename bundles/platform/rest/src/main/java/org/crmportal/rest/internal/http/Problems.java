package org.crmportal.rest.internal.http;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.rest.internal.json.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one kind of document of every failure (RFC 9457), and logs only the defects. */
public final class Problems {

  /** The document's media type. */
  public static final String TYPE = "application/problem+json";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final Json json;
  private final Function<Call, @Nullable String> stopped;
  private final Function<Call, @Nullable String> absent;

  /**
   * Makes the problems.
   *
   * @param stopped the module that has a call's path but did not serve it all the while, or null
   * @param absent the module that would have it if it were installed, or null
   */
  public Problems(
      Json json,
      Function<Call, @Nullable String> stopped,
      Function<Call, @Nullable String> absent) {
    this.json = json;
    this.stopped = stopped;
    this.absent = absent;
  }

  /** Why nothing is served at a call's path. */
  public CrmException missing(Call call) {
    var module = stopped.apply(call);
    if (module != null) {
      return CrmException.moduleDown(module);
    }
    var missing = absent.apply(call);
    return missing == null
        ? CrmException.notFound("resource", call.path())
        : CrmException.of(
            Reason.NOT_FOUND,
            "module_not_installed",
            "The module " + missing + " is not installed",
            Map.of("module", missing));
  }

  /** The answer to a call that failed. */
  public Response response(Throwable thrown, Call call) {
    var failure = failure(thrown);
    if (failure != null) {
      return response(failure, call);
    }
    var http = thrown instanceof WebApplicationException known ? known.getResponse() : null;
    if (http != null && http.getStatus() != 404) {
      return response(http, call);
    }
    if (call.readsForm()) {
      // CXF says of a form that it cannot read only that something failed.
      LOG.info("{} {} brought a form that cannot be read: {}", call.method(), call.path(), thrown);
      return response(CrmException.badRequest("The form could not be read"), call);
    }
    var module = stopped.apply(call);
    if (module != null) {
      // A module that stops takes what it works with away from the calls that are in it.
      LOG.info("{} {} met {} on its way out: {}", call.method(), call.path(), module, thrown);
      return response(CrmException.moduleDown(module), call);
    }
    if (http != null) {
      return response(http, call);
    }
    LOG.error("{} {} failed, request {}", call.method(), call.path(), call.requestId(), thrown);
    var members = members("internal", "Internal error", 500, call);
    members.put("detail", "Something is wrong here. The log has it under the request id.");
    return build(500, members).build();
  }

  /** The failure that the caller can act on, if there is one behind what was thrown. */
  public static @Nullable CrmException failure(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
      if (cause instanceof CrmException failure) {
        return failure;
      }
      if (cause instanceof SQLException sql && lost(sql)) {
        return CrmException.of(
            Reason.UNAVAILABLE,
            "database_unavailable",
            "The database cannot be reached at the moment",
            Map.of("retry_after", 2));
      }
    }
    return null;
  }

  /** The problem as a value, for where it is a part of an answer. */
  public static Map<String, Object> value(CrmException failure) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", "/problems/" + failure.kind());
    members.put("title", title(failure.kind()));
    members.put("status", status(failure.reason()));
    members.put("detail", String.valueOf(failure.getMessage()));
    if (!failure.violations().isEmpty()) {
      members.put("errors", failure.violations());
    }
    members.putAll(failure.details());
    members.remove("retry_after");
    return members;
  }

  /** The status that a reason becomes. */
  public static int status(Reason reason) {
    return switch (reason) {
      case BAD_REQUEST -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case STALE -> 412;
      case TOO_LARGE -> 413;
      case INVALID -> 422;
      case TOO_MANY -> 429;
      case UNAVAILABLE -> 503;
    };
  }

  private Response response(CrmException failure, Call call) {
    var status = status(failure.reason());
    var members = value(failure);
    members.put("instance", call.path());
    members.put("request_id", call.requestId());
    var builder = build(status, members);
    var wait = failure.details().get("retry_after");
    if (wait != null || status == 503 || status == 429) {
      builder.header("Retry-After", wait == null ? 2 : wait);
    }
    if (status == 401) {
      builder.header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
    return builder.build();
  }

  private Response response(Response http, Call call) {
    int status = http.getStatus() < 400 ? 500 : http.getStatus();
    var reason = http.getStatusInfo().getReasonPhrase();
    var members = members(reason.toLowerCase(Locale.ROOT).replace(' ', '_'), reason, status, call);
    var builder = build(status, members);
    var allowed = http.getHeaders().get("Allow");
    if (allowed != null) {
      var methods = new LinkedHashSet<String>();
      allowed.forEach(each -> methods.add(String.valueOf(each)));
      builder.header("Allow", String.join(", ", methods));
    }
    return builder.build();
  }

  private Response.ResponseBuilder build(int status, Map<String, Object> members) {
    return Response.status(status).type(TYPE).entity(json.bytes(members));
  }

  private static Map<String, Object> members(String kind, String title, int status, Call call) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", "/problems/" + kind);
    members.put("title", title);
    members.put("status", status);
    members.put("instance", call.path());
    members.put("request_id", call.requestId());
    return members;
  }

  private static String title(String kind) {
    var words = kind.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static boolean lost(SQLException sql) {
    var state = sql.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
