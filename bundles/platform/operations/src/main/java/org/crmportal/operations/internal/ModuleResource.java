package org.crmportal.operations.internal;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.module.ModuleChange;
import org.crmportal.platform.module.ModuleService;
import org.crmportal.platform.record.Page;
import org.crmportal.rest.OwnTransactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what is installed and whether it runs, and changes it. */
@Component(service = ModuleResource.class, property = "osgi.jaxrs.resource=true")
@Path("/modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModuleResource {

  private final Modules modules;
  private final ModuleService service;

  @Activate
  public ModuleResource(@Reference Modules modules, @Reference ModuleService service) {
    this.modules = modules;
    this.service = service;
  }

  /** Every module, by name; those that are not installed have the state {@code available}. */
  @GET
  @RequiresPermissions("modules:read")
  public Page<Module> all() {
    return new Page<>(modules.all(service.choices()), null, null);
  }

  /** One module. */
  @GET
  @Path("{name}")
  @RequiresPermissions("modules:read")
  public Module one(@PathParam("name") String name) {
    return modules.all(service.choices()).stream()
        .filter(module -> module.name().equals(name))
        .findFirst()
        .orElseThrow(() -> CrmException.notFound("module", name));
  }

  /** Installs a module of this node, with what it depends on. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @OwnTransactions
  @RequiresPermissions("modules:update")
  public Response install(Wanted wanted) {
    var change = service.install(wanted.name(), wanted.dryRun());
    var fresh = !change.dryRun() && !change.installed().isEmpty();
    return fresh
        ? Response.status(201)
            .header("Location", "/api/v1/modules/" + change.module())
            .entity(change)
            .build()
        : Response.ok(change).build();
  }

  /** The body of POST /modules. */
  public record Wanted(String name, boolean dryRun) {}

  /** Removes a module from this node and keeps its data. */
  @DELETE
  @Path("{name}")
  @OwnTransactions
  @RequiresPermissions("modules:update")
  public ModuleChange remove(
      @PathParam("name") String name, @QueryParam("dry_run") boolean dryRun) {
    return service.remove(name, dryRun);
  }
}
