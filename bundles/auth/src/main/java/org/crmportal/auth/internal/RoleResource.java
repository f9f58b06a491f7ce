package org.crmportal.auth.internal;

import java.util.List;
import java.util.UUID;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.auth.Role;
import org.crmportal.auth.RoleService;
import org.crmportal.rest.IfMatch;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What /api/v1/roles has beyond what every record has. */
@Component(service = RoleResource.class, property = "osgi.jaxrs.resource=true")
@Path("/roles")
public final class RoleResource {

  private final RoleService roles;

  @Activate
  public RoleResource(@Reference RoleService roles) {
    this.roles = roles;
  }

  /** Replaces what a role grants. */
  @PUT
  @Path("{id}/permissions")
  @RequiresPermissions("roles:update")
  public Role grant(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      List<String> permissions) {
    return roles.grant(id, IfMatch.version(ifMatch), permissions);
  }
}
