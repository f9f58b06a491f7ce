package org.crmportal.leads.internal;

import java.util.UUID;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Response;
import org.apache.shiro.authz.annotation.Logical;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.leads.Conversion;
import org.crmportal.leads.LeadMerge;
import org.crmportal.leads.LeadService;
import org.crmportal.rest.IfMatch;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands of /api/v1/leads; what every record has is there by itself. */
@Component(service = LeadResource.class, property = "osgi.jaxrs.resource=true")
@Path("/leads")
public final class LeadResource {

  private final LeadService leads;

  @Activate
  public LeadResource(@Reference LeadService leads) {
    this.leads = leads;
  }

  @POST
  @Path("{id}/convert")
  @RequiresPermissions("leads:convert")
  public Response convert(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      @Nullable Conversion body) {
    var how = body == null ? Conversion.PLAIN : body;
    var converted = leads.convert(id, IfMatch.version(ifMatch), how);
    return Response.status(converted.first() ? 201 : 200).entity(converted.client()).build();
  }

  @POST
  @Path("{id}/merge")
  @RequiresPermissions(
      value = {"leads:merge", "leads:update"},
      logical = Logical.OR)
  public LeadMerge merge(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      MergeRequest body) {
    return leads.merge(id, IfMatch.version(ifMatch), body.into(), body.dryRun());
  }

  /** The body of POST /leads/{id}/merge. */
  public record MergeRequest(UUID into, boolean dryRun) {}
}
