package org.crmportal.auth.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.auth.Colleague;
import org.crmportal.auth.NewAccount;
import org.crmportal.auth.Registration;
import org.crmportal.auth.User;
import org.crmportal.auth.UserService;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.rest.IfMatch;
import org.crmportal.rest.ShownOnce;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What /api/v1/users has beyond what every record has. */
@Component(service = UserResource.class, property = "osgi.jaxrs.resource=true")
@Path("/users")
public final class UserResource {

  private final UserService users;

  @Activate
  public UserResource(@Reference UserService users) {
    this.users = users;
  }

  /** Creates a user; without a password the answer shows a generated one this once. */
  @POST
  @RequiresPermissions("users:create")
  @ShownOnce("password")
  public Response create(NewAccount body) {
    var registered = users.register(body);
    var answer =
        Response.status(Response.Status.CREATED)
            .header("Location", "/api/v1/users/" + registered.user().id());
    return shown(answer, registered);
  }

  /** Gives a user a generated password. */
  @POST
  @Path("{id}/reset-password")
  @RequiresPermissions("users:update")
  @ShownOnce("password")
  public Response resetPassword(@PathParam("id") UUID id) {
    return shown(Response.ok(), users.resetPassword(id));
  }

  /** Deletes a user and passes on what belongs to them. */
  @DELETE
  @Path("{id}")
  @RequiresPermissions("users:delete")
  public void delete(
      @PathParam("id") UUID id,
      @QueryParam("reassign_to") @Nullable UUID reassignTo,
      @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    users.delete(id, IfMatch.version(ifMatch), reassignTo);
  }

  /** The active users, for everyone; with ids, those of them. */
  @GET
  @Path("directory")
  @RequiresAuthentication
  public Page<Colleague> directory(
      @QueryParam("id") List<String> ids,
      @QueryParam("q") @Nullable String q,
      @QueryParam("role") @Nullable String role,
      @QueryParam("limit") @DefaultValue("50") Integer limit,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("count") @DefaultValue("false") Boolean count) {
    var query = ListQuery.ALL.search(q).sortedBy("full_name").limit(limit).after(cursor);
    var some = ids.isEmpty() ? query : query.where("id", ids.toArray(String[]::new));
    var narrowed = role == null ? some : some.where("role", role);
    return users.directory(count ? narrowed.counted() : narrowed);
  }

  private static Response shown(ResponseBuilder answer, Registration registered) {
    if (registered.password() == null) {
      return answer.entity(registered.user()).build();
    }
    var body = new LinkedHashMap<>(User.TYPE.values(registered.user()));
    body.put("password", registered.password());
    return answer.header("Cache-Control", "no-store").entity(body).build();
  }
}
