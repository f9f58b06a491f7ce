package org.crmportal.auth.internal;

import java.util.UUID;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.auth.Session;
import org.crmportal.platform.record.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sessions of one user, for whoever is responsible for their account. */
@Component(service = UserSessionResource.class, property = "osgi.jaxrs.resource=true")
@Path("/users/{id}/sessions")
public final class UserSessionResource {

  private final UserSessions sessions;

  @Activate
  public UserSessionResource(@Reference UserSessions sessions) {
    this.sessions = sessions;
  }

  /** Where the user is signed in. */
  @GET
  @RequiresPermissions("users:update")
  public Page<Session> list(@PathParam("id") UUID id) {
    return new Page<>(sessions.of(id), null, null);
  }

  /** Ends all of them. */
  @DELETE
  @RequiresPermissions("users:update")
  public void end(@PathParam("id") UUID id) {
    sessions.end(id);
  }
}
