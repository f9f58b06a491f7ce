package org.crmportal.auth.internal;

import java.util.LinkedHashMap;
import java.util.UUID;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Response;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.crmportal.auth.ApiToken;
import org.crmportal.auth.ApiTokenService;
import org.crmportal.auth.NewApiToken;
import org.crmportal.platform.record.Page;
import org.crmportal.rest.ShownOnce;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** /api/v1/auth/tokens, of which everyone has their own. */
@Component(service = ApiTokenResource.class, property = "osgi.jaxrs.resource=true")
@Path("/auth/tokens")
@RequiresAuthentication
public final class ApiTokenResource {

  private final ApiTokenService tokens;

  @Activate
  public ApiTokenResource(@Reference ApiTokenService tokens) {
    this.tokens = tokens;
  }

  @GET
  public Page<ApiToken> list() {
    return new Page<>(tokens.tokens(), null, null);
  }

  /** Makes one; the answer shows its secret this once. */
  @POST
  @ShownOnce("token")
  public Response issue(NewApiToken body) {
    var issued = tokens.issue(body);
    var token = issued.token();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("id", token.id());
    answer.put("name", token.name());
    answer.put("scopes", token.scopes());
    answer.put("expires_at", token.expiresAt());
    answer.put("created_at", token.createdAt());
    answer.put("token", issued.secret());
    return Response.status(Response.Status.CREATED)
        .header("Location", "/api/v1/auth/tokens/" + token.id())
        .header("Cache-Control", "no-store")
        .entity(answer)
        .build();
  }

  /** Ends one. */
  @DELETE
  @Path("{id}")
  public void revoke(@PathParam("id") UUID id) {
    tokens.revoke(id);
  }
}
