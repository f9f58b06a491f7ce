package org.crmportal.auth.internal;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.auth.Permission;
import org.crmportal.auth.RoleService;
import org.crmportal.platform.record.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** /api/v1/permissions */
@Component(service = PermissionResource.class, property = "osgi.jaxrs.resource=true")
@Path("/permissions")
public final class PermissionResource {

  private final RoleService roles;

  @Activate
  public PermissionResource(@Reference RoleService roles) {
    this.roles = roles;
  }

  /** All that a role can grant. */
  @GET
  @RequiresPermissions("roles:read")
  public Page<Permission> list() {
    return new Page<>(roles.permissions(), null, null);
  }
}
