package org.crmportal.auth.internal;

import java.util.UUID;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.crmportal.auth.Session;
import org.crmportal.auth.SessionService;
import org.crmportal.platform.record.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** /api/v1/auth/sessions, of which everyone has their own. */
@Component(service = SessionResource.class, property = "osgi.jaxrs.resource=true")
@Path("/auth/sessions")
@RequiresAuthentication
public final class SessionResource {

  private final SessionService sessions;

  @Activate
  public SessionResource(@Reference SessionService sessions) {
    this.sessions = sessions;
  }

  @GET
  public Page<Session> list() {
    return new Page<>(sessions.sessions(), null, null);
  }

  /** Ends one. */
  @DELETE
  @Path("{id}")
  public void revoke(@PathParam("id") UUID id) {
    sessions.revoke(id);
  }

  /** Ends all but the current one. */
  @DELETE
  public void revokeOthers() {
    sessions.revokeOthers();
  }
}
