package org.crmportal.journal.internal;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.platform.settings.Company;
import org.crmportal.platform.settings.Settings;
import org.crmportal.rest.IfMatch;
import org.crmportal.rest.MergePatch;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The company's settings, which are one object. */
@Component(service = SettingsResource.class, property = "osgi.jaxrs.resource=true")
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
public final class SettingsResource {

  private final Settings settings;

  @Activate
  public SettingsResource(@Reference Settings settings) {
    this.settings = settings;
  }

  /** The settings. */
  @GET
  @RequiresPermissions("settings:read")
  public Response get() {
    return answer(settings.company());
  }

  /** Changes the fields that are sent. */
  @PATCH
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RequiresPermissions("settings:update")
  public Response update(MergePatch patch, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return answer(
        settings.update(IfMatch.version(ifMatch), company -> patch.onto(Company.TYPE, company)));
  }

  private static Response answer(Company company) {
    return Response.ok(company).header("ETag", "\"" + company.version() + "\"").build();
  }
}
