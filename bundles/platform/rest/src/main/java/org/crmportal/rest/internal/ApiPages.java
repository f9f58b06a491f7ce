package org.crmportal.rest.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.shiro.authz.annotation.RequiresGuest;

/** Swagger UI over the OpenAPI document; every file comes from this bundle. */
@Path("/docs")
@Produces(MediaType.WILDCARD)
public final class ApiPages {

  private static final Map<String, String> FILES =
      Map.of(
          "index.html", "text/html;charset=UTF-8",
          "page.css", "text/css",
          "page.js", "text/javascript",
          "swagger-ui.css", "text/css",
          "swagger-ui-bundle.js", "text/javascript");

  private final String ui =
      "/META-INF/resources/webjars/swagger-ui/"
          + new String(read("/docs/ui.version"), StandardCharsets.US_ASCII).strip()
          + "/";

  /** The page. */
  @GET
  @RequiresGuest
  public Response page() {
    return file("index.html");
  }

  /** What the page is made of. */
  @GET
  @Path("/{file}")
  @RequiresGuest
  public Response file(@PathParam("file") String name) {
    var type = FILES.get(name);
    if (type == null) {
      throw new NotFoundException();
    }
    return Response.ok(read(name.startsWith("swagger-ui") ? ui + name : "/docs/" + name), type)
        .build();
  }

  private static byte[] read(String path) {
    try (var file = ApiPages.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(file, path).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
