package org.crmportal.auth.internal;

import java.time.Duration;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.apache.shiro.authz.annotation.RequiresGuest;
import org.crmportal.auth.Account;
import org.crmportal.auth.SessionService;
import org.crmportal.auth.SignIn;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Signing in and out below /api/v1/auth. The methods look at the token themselves, since they must
 * work without one, or with one that is good for nothing else.
 */
@Component(service = AuthResource.class, property = "osgi.jaxrs.resource=true")
@Path("/auth")
public final class AuthResource {

  private static final Duration REFRESH_LIFETIME = Duration.ofDays(30);

  private final SessionService sessions;

  @Activate
  public AuthResource(@Reference SessionService sessions) {
    this.sessions = sessions;
  }

  @POST
  @Path("login")
  @RequiresGuest
  public Response login(Login body, @Context HttpServletRequest request) {
    var client = Client.of(request);
    var signIn = sessions.signIn(body.email(), body.password(), client.origin());
    return answer(signIn, body.cookie(), client);
  }

  @POST
  @Path("refresh")
  @RequiresGuest
  public Response refresh(@Nullable Refresh body, @Context HttpServletRequest request) {
    var client = Client.of(request);
    var given = body == null ? null : body.refreshToken();
    var token = given == null ? client.cookie() : given;
    if (token == null) {
      throw CrmException.invalid("refresh_token", "required", "must not be empty");
    }
    return answer(sessions.refresh(token, client.origin()), given == null, client);
  }

  @POST
  @Path("logout")
  @RequiresGuest
  public Response logout(@Nullable Refresh body, @Context HttpServletRequest request) {
    var client = Client.of(request);
    var given = body == null ? null : body.refreshToken();
    for (var token : new String[] {given, client.cookie()}) {
      if (token != null) {
        sessions.signOut(token, client.origin());
      }
    }
    if (client.bearer() != null) {
      sessions.endSession(client.bearer(), client.origin());
    }
    var answer = Response.noContent();
    return client.cookie() == null
        ? answer.build()
        : answer.header("Set-Cookie", client.cookie("", 0)).build();
  }

  @GET
  @Path("me")
  @RequiresGuest
  public Account me(@Context HttpServletRequest request) {
    var client = Client.of(request);
    return sessions.account(client.token(), client.origin());
  }

  @POST
  @Path("password")
  @RequiresGuest
  public void password(NewPassword body, @Context HttpServletRequest request) {
    var client = Client.of(request);
    sessions.changePassword(
        client.token(), body.currentPassword(), body.newPassword(), client.origin());
  }

  private static Response answer(SignIn signIn, boolean cookie, Client client) {
    var token = signIn.refreshToken();
    var tokens =
        new Tokens(
            signIn.accessToken(),
            "Bearer",
            signIn.lifetime().toSeconds(),
            cookie ? null : token,
            signIn.account());
    var answer = Response.ok(tokens).header("Cache-Control", "no-store");
    return cookie
        ? answer.header("Set-Cookie", client.cookie(token, REFRESH_LIFETIME.toSeconds())).build()
        : answer.build();
  }

  /** The body of POST /auth/login. */
  public record Login(String email, String password, boolean cookie) {
    public Login {
      var checks = new Checks();
      email = checks.text("email", email, 255);
      checks.require(
          password != null && !password.isEmpty(), "password", "required", "must not be empty");
      checks.done();
    }
  }

  /** The body of POST /auth/refresh and /auth/logout. */
  public record Refresh(@Nullable String refreshToken) {}

  /** The body of POST /auth/password. */
  public record NewPassword(String currentPassword, String newPassword) {
    public NewPassword {
      var checks = new Checks();
      checks.require(currentPassword != null, "current_password", "required", "must not be empty");
      checks.require(newPassword != null, "new_password", "required", "must not be empty");
      checks.done();
    }
  }

  /** The answer to a sign-in. */
  public record Tokens(
      String accessToken,
      String tokenType,
      long expiresIn,
      @Nullable String refreshToken,
      Account user) {}
}
