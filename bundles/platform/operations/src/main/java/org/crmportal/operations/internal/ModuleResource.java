package org.crmportal.operations.internal;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.platform.record.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what is installed, and whether it runs. */
@Component(service = ModuleResource.class, property = "osgi.jaxrs.resource=true")
@Path("/modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModuleResource {

  private final Modules modules;

  @Activate
  public ModuleResource(@Reference Modules modules) {
    this.modules = modules;
  }

  /** Every installed module, by name. */
  @GET
  @RequiresPermissions("modules:read")
  public Page<Module> all() {
    return new Page<>(modules.all(), null, null);
  }
}
