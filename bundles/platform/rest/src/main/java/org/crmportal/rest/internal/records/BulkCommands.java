package org.crmportal.rest.internal.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.ws.rs.core.Response;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.RecordType;
import org.crmportal.rest.internal.http.Route;

/** Finds the command of a bulk request among the routes that run, and gives it to each record. */
final class BulkCommands {

  private final RecordType<?, ?> type;
  private final Surroundings around;

  BulkCommands(RecordType<?, ?> type, Surroundings around) {
    this.type = type;
    this.around = around;
  }

  Response run(String name, JsonNode body) {
    var route = route(name);
    if (route.guard() == null) {
      throw CrmException.forbidden("which the command does not declare");
    }
    route.guard().check(around.callers().current());
    var ids = BulkCommand.ids(body, around.json().decoder());
    var rest = ((ObjectNode) body).deepCopy().without(java.util.List.of("ids", "atomic"));
    boolean atomic = atomic(body);
    var command = new BulkCommand(route, around.json());
    command.check(rest);
    return new Outcomes(around.transactions())
        .of(ids.size(), atomic, ids::get, i -> command.call(i, ids.get(i), rest));
  }

  private static boolean atomic(JsonNode body) {
    var atomic = ((ObjectNode) body).get("atomic");
    if (atomic != null && !atomic.isBoolean()) {
      throw CrmException.invalid("atomic", "wrong_type", "must be true or false");
    }
    return atomic != null && atomic.booleanValue();
  }

  /** A command of the module; a change and a deletion are commands too, if there are many. */
  private Route route(String name) {
    var one = type.path().replaceAll("\\{[^}]*}", "{}") + "/{}";
    var key =
        switch (name) {
          case "update" -> "PATCH " + one;
          case "delete" -> "DELETE " + one;
          default -> "POST " + one + "/" + name;
        };
    var route = around.routes().apply(key);
    if (route == null || (route.type() != null && !route.type().equals(type))) {
      throw CrmException.notFound("command", name);
    }
    return route;
  }
}
