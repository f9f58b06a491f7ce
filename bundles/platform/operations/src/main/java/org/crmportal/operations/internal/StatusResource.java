package org.crmportal.operations.internal;

import java.nio.charset.StandardCharsets;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.operations.ServerStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says how this node is, for programs and for people. */
@Component(service = StatusResource.class, property = "osgi.jaxrs.resource=true")
@Path("/status")
public final class StatusResource {

  private final ServerStatus status;

  @Activate
  public StatusResource(@Reference ServerStatus status) {
    this.status = status;
  }

  /** The status as one JSON object. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RequiresPermissions("modules:read")
  public Response json() {
    return Response.ok(status.now().json().getBytes(StandardCharsets.UTF_8)).build();
  }

  /** The same as a page that fits a terminal. */
  @GET
  @Produces("text/plain;charset=UTF-8;qs=0.5")
  @RequiresPermissions("modules:read")
  public Response text() {
    return Response.ok(status.now().text().getBytes(StandardCharsets.UTF_8)).build();
  }
}
