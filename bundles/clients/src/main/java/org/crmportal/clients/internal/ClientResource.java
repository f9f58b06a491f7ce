package org.crmportal.clients.internal;

import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.clients.ClientMerge;
import org.crmportal.clients.ClientService;
import org.crmportal.clients.Overview;
import org.crmportal.platform.Checks;
import org.crmportal.rest.IfMatch;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands of /api/v1/clients; what every record has is there by itself. */
@Component(service = ClientResource.class, property = "osgi.jaxrs.resource=true")
@Path("/clients")
public final class ClientResource {

  private final ClientService clients;

  @Activate
  public ClientResource(@Reference ClientService clients) {
    this.clients = clients;
  }

  @GET
  @Path("{id}/overview")
  @RequiresPermissions("clients:read")
  public Overview overview(@PathParam("id") UUID id) {
    return clients.overview(id);
  }

  @POST
  @Path("{id}/merge")
  @RequiresPermissions("clients:merge")
  public ClientMerge merge(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      MergeRequest body) {
    return clients.merge(id, IfMatch.version(ifMatch), body.into(), body.dryRun());
  }

  /** The body of POST /clients/{id}/merge. */
  public record MergeRequest(UUID into, boolean dryRun) {

    public MergeRequest {
      var checks = new Checks();
      into = checks.present("into", into, new UUID(0, 0));
      checks.done();
    }
  }
}
