package org.crmportal.rest.internal.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.RecordService;
import org.crmportal.rest.IfMatch;
import org.crmportal.rest.internal.http.Call;
import org.crmportal.rest.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** The routes that every record type has without code of its own. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RecordResource<T extends Record, N extends Record> {

  private final RecordService<T, N> service;
  private final Drafts<T, N> drafts;
  private final Place place;
  private final Surroundings around;

  public RecordResource(RecordService<T, N> service, Surroundings around) {
    this.service = service;
    this.drafts = new Drafts<>(service.type(), around.json());
    this.place = new Place(service.type(), around.services());
    this.around = around;
  }

  /** A page of records, or how many there are of each value of a column. */
  @GET
  @Needs("read")
  public Object find(@Context Call call) {
    var parameters = new ListParameters(service.type(), call.query());
    if (parameters.grouped()) {
      return parameters.groups(
          place::within,
          (query, by, sum) -> around.records().groups(service.type(), query, by, sum));
    }
    var fields = parameters.fields();
    var page = service.find(place.within(parameters.query()));
    return fields == null ? page : Json.trimmed(page, fields);
  }

  /** One record. */
  @GET
  @Path("/{id}")
  @Needs("read")
  public Object get(@PathParam("id") String id, @QueryParam("fields") @Nullable String fields) {
    var wanted = ListParameters.fields(service.type(), fields);
    place.enter();
    var record = place.within(service.get(place.id(id)));
    return wanted == null ? record : Json.trimmed(record, wanted);
  }

  /** Creates a record. */
  @POST
  @Needs("create")
  public Response create(JsonNode body, @QueryParam("allow_duplicate") @Nullable String duplicate) {
    var how = ListParameters.flag("allow_duplicate", duplicate) ? Creation.DUPLICATE : Creation.NEW;
    var record = service.create(drafts.create(place.within(body)), how);
    return Response.status(Response.Status.CREATED)
        .header("Location", place.location(service.type().id(record)))
        .entity(record)
        .build();
  }

  /** Changes the fields that are sent (RFC 7396). */
  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Needs("update")
  public T update(
      @PathParam("id") String id,
      JsonNode patch,
      @QueryParam("allow_duplicate") @Nullable String duplicate,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    place.enter();
    return service.update(
        place.id(id),
        IfMatch.version(ifMatch),
        current -> drafts.patch(place.within(current), patch),
        ListParameters.flag("allow_duplicate", duplicate));
  }

  /** Deletes a record. */
  @DELETE
  @Path("/{id}")
  @Needs("delete")
  public void delete(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    place.enter();
    if (place.nested()) {
      place.within(service.get(place.id(id)));
    }
    service.delete(place.id(id), IfMatch.version(ifMatch));
  }

  /** Brings a deleted record back. */
  @POST
  @Path("/{id}/restore")
  @Needs("delete")
  public T restore(@PathParam("id") String id) {
    place.enter();
    return place.within(service.restore(place.id(id)));
  }

  /** All records that match, as CSV; whoever accepts anything gets JSON. */
  @GET
  @Produces("text/csv;charset=UTF-8;qs=0.5")
  @Needs("export")
  public Response export(@Context Call call) {
    var parameters = new ListParameters(service.type(), call.query());
    var fields = parameters.fields();
    var query = place.within(parameters.query());
    var rows = new CsvRows<>(around.records(), service.type(), around.json());
    return Response.ok(rows.body(around.callers(), query, fields), "text/csv;charset=UTF-8")
        .header(
            "Content-Disposition", "attachment; filename=\"" + service.type().table() + ".csv\"")
        .build();
  }

  /** Creates or changes many records. */
  @POST
  @Path("/bulk")
  @Needs("create")
  public Response bulk(
      Bulk.Request request, @QueryParam("allow_duplicate") @Nullable String duplicate) {
    var how = ListParameters.flag("allow_duplicate", duplicate) ? Creation.DUPLICATE : Creation.NEW;
    return new Bulk<>(service, drafts, place, around.transactions()).run(request, how);
  }

  /** Gives one command to many records. */
  @POST
  @Path("/bulk/{command}")
  @Needs("")
  public Response command(JsonNode body) {
    var path = Call.current().path();
    var command = path.substring(path.lastIndexOf('/') + 1);
    return new BulkCommands(service.type(), around).run(command, body);
  }

  /** Takes a CSV file, which a job makes records of. */
  @POST
  @Path("/import")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Needs("import")
  public Response importCsv(MultipartBody form) throws IOException {
    var imports = around.imports().get();
    if (imports == null) {
      throw CrmException.moduleDown("jobs");
    }
    var parts = new ImportForm(form, around.json());
    var how = parts.how(place.values());
    try (var file = parts.file()) {
      var id = imports.submit(service.type(), how, file);
      return Response.accepted(Map.of("id", id)).header("Location", "/api/v1/jobs/" + id).build();
    }
  }
}
