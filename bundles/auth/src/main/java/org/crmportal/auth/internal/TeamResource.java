package org.crmportal.auth.internal;

import java.util.List;
import java.util.UUID;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.auth.Team;
import org.crmportal.auth.TeamService;
import org.crmportal.rest.IfMatch;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What /api/v1/teams has beyond what every record has. */
@Component(service = TeamResource.class, property = "osgi.jaxrs.resource=true")
@Path("/teams")
public final class TeamResource {

  private final TeamService teams;

  @Activate
  public TeamResource(@Reference TeamService teams) {
    this.teams = teams;
  }

  /** Replaces the members of a team. */
  @PUT
  @Path("{id}/members")
  @RequiresPermissions("teams:update")
  public Team setMembers(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
      List<UUID> members) {
    return teams.setMembers(id, IfMatch.version(ifMatch), members);
  }
}
