package org.crmportal.journal.internal;

import java.util.UUID;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.crmportal.platform.journal.Activity;
import org.crmportal.platform.journal.ActivityService;
import org.crmportal.rest.IfMatch;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is done with activities beyond what every record has; they follow their record's scope. */
@Component(service = ActivityResource.class, property = "osgi.jaxrs.resource=true")
@Path("/activities")
@Produces(MediaType.APPLICATION_JSON)
public final class ActivityResource {

  private final ActivityService activities;

  @Activate
  public ActivityResource(@Reference ActivityService activities) {
    this.activities = activities;
  }

  /** Closes a follow-up. */
  @POST
  @Path("/{id}/done")
  @RequiresAuthentication
  public Activity done(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return activities.done(id, IfMatch.version(ifMatch));
  }
}
