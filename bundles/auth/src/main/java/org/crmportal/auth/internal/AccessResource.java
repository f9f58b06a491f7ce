package org.crmportal.auth.internal;

import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.crmportal.auth.Access;
import org.crmportal.auth.AccessService;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** /api/v1/access */
@Component(service = AccessResource.class, property = "osgi.jaxrs.resource=true")
@Path("/access")
public final class AccessResource {

  private final AccessService access;

  @Activate
  public AccessResource(@Reference AccessService access) {
    this.access = access;
  }

  /** Explains what a user may do with a record. */
  @GET
  @RequiresAuthentication
  public Access explain(
      @QueryParam("user_id") @Nullable UUID userId,
      @QueryParam("entity_type") @Nullable String entityType,
      @QueryParam("entity_id") @Nullable UUID entityId) {
    return access.explain(
        given("user_id", userId), given("entity_type", entityType), given("entity_id", entityId));
  }

  private static <V> V given(String name, @Nullable V value) {
    if (value == null) {
      throw CrmException.badParameter(name, "must be given");
    }
    return value;
  }
}
