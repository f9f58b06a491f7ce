package org.crmportal.rest.internal;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Response;
import org.apache.shiro.authz.annotation.RequiresGuest;
import org.crmportal.rest.internal.json.Json;
import org.crmportal.rest.internal.openapi.OpenApi;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document of what runs now, made anew when that has changed. */
@Path("/openapi.json")
public final class ApiDocument {

  private final Endpoints endpoints;
  private final Json json;
  private volatile @Nullable Made made;

  ApiDocument(Endpoints endpoints, Json json) {
    this.endpoints = endpoints;
    this.json = json;
  }

  /** The document and the state of the routes that it describes. */
  private static final class Made {
    private final long state;
    private final byte[] document;

    Made(long state, byte[] document) {
      this.state = state;
      this.document = document;
    }
  }

  /** The document. */
  @GET
  @RequiresGuest
  public Response document() {
    long state = endpoints.changes();
    var known = made;
    if (known == null || known.state != state) {
      known = new Made(state, json.bytes(OpenApi.of(endpoints.routes())));
      made = known;
    }
    return Response.ok(known.document).build();
  }
}
