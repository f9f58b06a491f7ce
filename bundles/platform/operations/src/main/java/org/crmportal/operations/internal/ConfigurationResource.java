package org.crmportal.operations.internal;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.configuration.Configurations;
import org.crmportal.configuration.Setting;
import org.crmportal.platform.record.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows and changes what can be changed while this node runs. */
@Component(service = ConfigurationResource.class, property = "osgi.jaxrs.resource=true")
@Path("/configuration")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConfigurationResource {

  private final Configurations configurations;

  @Activate
  public ConfigurationResource(@Reference Configurations configurations) {
    this.configurations = configurations;
  }

  /**
   * The body of a change.
   *
   * @param value what is to be in force; null for the default
   */
  public record NewValue(@Nullable String value) {}

  /** Every setting of every module, by file and key. */
  @GET
  @RequiresPermissions("modules:read")
  public Page<Setting> all() {
    return new Page<>(configurations.list(), null, null);
  }

  /** One setting. */
  @GET
  @Path("{pid}/{key}")
  @RequiresPermissions("modules:read")
  public Setting one(@PathParam("pid") String pid, @PathParam("key") String key) {
    return configurations.get(pid, key);
  }

  /** Changes a setting of this node, which the answer names, and of no other. */
  @PUT
  @Path("{pid}/{key}")
  @RequiresPermissions("modules:update")
  public Setting change(
      @PathParam("pid") String pid, @PathParam("key") String key, NewValue wanted) {
    return configurations.set(pid, key, wanted.value());
  }
}
