package org.crmportal.rest.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.shiro.authz.annotation.Logical;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.authz.annotation.RequiresGuest;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.platform.Checks;
import org.crmportal.platform.CrmException;
import org.crmportal.rest.IfMatch;
import org.crmportal.rest.OwnTransactions;
import org.crmportal.rest.internal.Note.NewNote;
import org.jspecify.annotations.Nullable;

/** A module's own resource, as modules write them. */
@Path("/notes")
public final class NoteCommands {

  private final Notes notes;
  private final TestPlatform platform;

  NoteCommands(Notes notes, TestPlatform platform) {
    this.notes = notes;
    this.platform = platform;
  }

  /** How loud. */
  public record Shout(int marks, @Nullable Inner inner) {
    public Shout {
      new Checks().require(marks >= 0, "marks", "negative", "must not be negative").done();
    }

    /** A part. */
    public record Inner(@Nullable String word) {
      public Inner {
        var checks = new Checks();
        word = checks.text("word", word, 10);
        checks.done();
      }
    }
  }

  @POST
  @Path("/{id}/shout")
  @RequiresPermissions("notes:shout")
  public Note shout(
      @PathParam("id") UUID id, Shout how, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
    return notes.update(
        id,
        IfMatch.version(ifMatch),
        note ->
            new NewNote(
                note.title().toUpperCase(Locale.ROOT) + "!".repeat(how.marks()),
                note.mood(),
                note.price(),
                note.stars(),
                note.pinned(),
                note.due(),
                note.author(),
                note.metadata()));
  }

  @DELETE
  @Path("/{id}")
  @RequiresPermissions("notes:delete")
  public Response delete(@PathParam("id") UUID id, @QueryParam("reassign_to") @Nullable UUID heir) {
    notes.delete(id, null);
    return Response.noContent().header("X-Heir", String.valueOf(heir)).build();
  }

  @GET
  @Path("/open")
  @RequiresGuest
  public Map<String, Object> open(@QueryParam("day") @Nullable LocalDate day) {
    return Map.of("day", String.valueOf(day), "transaction", platform.active());
  }

  @GET
  @Path("/moods")
  @RequiresAuthentication
  public Set<String> moods(@QueryParam("mood") Note.@Nullable Mood mood) {
    return new TreeSet<>(List.of(String.valueOf(mood)));
  }

  @GET
  @Path("/either")
  @RequiresPermissions(
      value = {"notes:read", "notes:other"},
      logical = Logical.OR)
  public Map<String, Object> either() {
    return Map.of();
  }

  @GET
  @Path("/both")
  @RequiresPermissions({"notes:read", "notes:other"})
  public Map<String, Object> both() {
    return Map.of();
  }

  @GET
  @Path("/undeclared")
  public String undeclared() {
    return "secret";
  }

  @POST
  @Path("/transaction")
  @RequiresAuthentication
  public Map<String, Object> transaction(List<String> words) {
    return Map.of("active", platform.active(), "words", words);
  }

  @POST
  @Path("/own-transactions")
  @RequiresAuthentication
  @OwnTransactions
  public Map<String, Object> ownTransactions() {
    return Map.of("active", platform.active());
  }

  @POST
  @Path("/refusal")
  @RequiresAuthentication
  public Response refusal() {
    return Response.status(409).entity(Map.of("answer", "no")).build();
  }

  @POST
  @Path("/defect")
  @RequiresAuthentication
  public Map<String, Object> defect() {
    if (!platform.permissions.isEmpty()) {
      throw new IllegalStateException("select secret from nowhere");
    }
    return Map.of();
  }

  @POST
  @Path("/move")
  @RequiresAuthentication
  public Map<String, Object> move() {
    if (!platform.active()) {
      return Map.of();
    }
    throw CrmException.illegalMove("new", "won", List.of("lost", "contacted"));
  }

  @POST
  @Path("/text")
  @Consumes(MediaType.TEXT_PLAIN)
  @RequiresAuthentication
  public Map<String, Object> text(String text) {
    return Map.of("text", text);
  }
}
