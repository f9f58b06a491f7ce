package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is told of which changes while they listen. */
class LiveIT {

  /** A permission that is taken away is gone within this time. */
  private static final Duration IN_FORCE = Duration.ofSeconds(5);

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void whoeverMayReadARecordIsToldOfItsChanges() {
    var ann = Person.who(server, "leads:read");
    try (var events = ann.api().events()) {
      assertThat(events.status()).isEqualTo(200);
      assertThat(events.header("Content-Type")).startsWith("text/event-stream");
      assertThat(events.header("Cache-Control")).isEqualTo("no-store");
      assertThat(events.header("X-Accel-Buffering")).isEqualTo("no");

      var lead = lead(Map.of());
      events.await("created", lead);
      admin.patch("/leads/" + lead, Map.of("first_name", "Eve"));
      admin.patch("/leads/" + lead, Map.of("status", "contacted"));
      events.await("updated", lead).await("status_changed", lead);

      var event = events.heard().stream().filter(e -> e.says("updated", lead)).findFirst().get();
      var me = admin.get("/auth/me").json().get("id");
      assertThat(event.data().properties().stream().map(Map.Entry::getKey))
          .containsExactly("type", "path", "id", "action", "version", "by");
      assertThat(event.data().get("type").asText()).isEqualTo("lead");
      assertThat(event.data().get("path").asText()).isEqualTo("leads");
      assertThat(event.data().get("version").asLong()).isEqualTo(2);
      assertThat(event.data().get("by")).isEqualTo(me);
    }
  }

  @Test
  void nobodyIsToldOfWhatTheyMayNotRead() {
    var own = Person.who(server, "leads:read_own");
    var none = Person.who(server, "clients:read");
    try (var owner = own.api().events();
        var other = none.api().events()) {
      var foreign = lead(Map.of());
      var theirs = lead(Map.of("assigned_to", own.id()));
      owner.await("created", theirs);
      var client = Fixture.created(admin, "/clients", client()).get("id").asText();
      other.await("created", client);

      assertThat(owner.heard("created", foreign)).isFalse();
      assertThat(owner.heard("created", client)).isFalse();
      assertThat(other.heard()).noneMatch(e -> e.data().path("type").asText().equals("lead"));
    }
  }

  @Test
  void aDeletionIsToldToWhomTheRecordWasInScope() {
    var own = Person.who(server, "leads:read_own", "clients:read_own", "contacts:read_own");
    var client = client();
    client.put("account_manager_id", own.id());
    var mine = Fixture.created(admin, "/clients", client).get("id").asText();
    var others = Fixture.created(admin, "/clients", client()).get("id").asText();
    var lead = lead(Map.of("assigned_to", own.id()));
    var foreign = lead(Map.of());
    try (var events = own.api().events()) {
      // A contact is gone for good, with nothing left to ask; it followed its client.
      var contact = contact(mine);
      var foreignContact = contact(others);
      events.await("created", contact);
      admin.delete("/clients/" + others + "/contacts/" + foreignContact);
      admin.delete("/clients/" + mine + "/contacts/" + contact);
      admin.delete("/leads/" + foreign);
      admin.delete("/leads/" + lead);
      events.await("deleted", contact).await("deleted", lead);
      admin.post("/leads/" + lead + "/restore", Map.of());
      events.await("restored", lead);

      assertThat(events.heard("deleted", foreign)).isFalse();
      assertThat(events.heard("deleted", foreignContact)).isFalse();
    }
  }

  @Test
  void aGrantThatIsTakenAwayIsSaidAndEndsWhatIsTold() {
    var ann = Person.who(server, "leads:read", "clients:read");
    var role = "/roles/" + admin.get(ann.path()).text("role_id") + "/permissions";
    try (var events = ann.api().events()) {
      events.await("created", lead(Map.of()));
      admin.put(role, List.of("clients:read"));
      Wait.until("portal", IN_FORCE, () -> said(events, "portal"));

      var hidden = lead(Map.of());
      events.await("created", Fixture.created(admin, "/clients", client()).get("id").asText());
      assertThat(events.heard("created", hidden)).isFalse();
    }
  }

  @Test
  void aStreamEndsWithItsSignInItsUserAndItsToken() {
    var out = Person.who(server, "leads:read");
    var deactivated = Person.who(server, "leads:read");
    var program = Person.who(server, "leads:read");
    var scope = List.of("leads:read");
    var expiry = Instant.now().plus(Duration.ofSeconds(4)).toString();
    var token = Map.of("name", "a program", "scopes", scope, "expires_at", expiry);
    var issued = program.api().post("/auth/tokens", token);
    var bearer = "Bearer " + issued.text("token");
    try (var first = out.api().events();
        var second = deactivated.api().events();
        var third = server.api().with("Authorization", bearer).events()) {
      assertThat(third.status()).isEqualTo(200);
      assertThat(out.api().post("/auth/logout", "").status()).isEqualTo(204);
      first.awaitEnd(IN_FORCE);
      admin.patch(deactivated.path(), Map.of("is_active", false));
      second.awaitEnd(IN_FORCE);
      third.awaitEnd(IN_FORCE.plusSeconds(4));
    }
  }

  @Test
  void whoIsNotSignedInHearsNothing() {
    assertThat(server.api().get("/events").status()).isEqualTo(401);
  }

  @Test
  void onlyWhatAStreamCanBeIsServed() {
    for (var accept : List.of("*/*", "text/*", "text/event-stream;q=0.5, application/json")) {
      var answer = admin.with("Accept", accept).get("/events");
      assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
    }
    var head = admin.send("HEAD", "/events", "");
    assertThat(head.status()).isEqualTo(200);
    assertThat(admin.with("Accept", "application/json").get("/events").status()).isEqualTo(406);
    assertThat(admin.get("/events/").status()).isEqualTo(404);
    assertThat(admin.get("/events?since=1").status()).isEqualTo(400);
    assertThat(admin.post("/events", Map.of()).status()).isEqualTo(405);
    var operation = admin.get("/openapi.json").json().get("paths").get("/events").get("get");
    assertThat(operation.at("/responses/200/content").has("text/event-stream")).isTrue();
  }

  @Test
  void aUserHasSoManyStreamsAndNoMore() {
    var ann = Person.who(server, "leads:read");
    var open = new ArrayList<Events>();
    try {
      for (int i = 0; i < 20; i++) {
        open.add(ann.api().events());
        assertThat(open.get(i).status()).isEqualTo(200);
      }
      var refused = ann.api().get("/events");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isEqualTo("2");
      assertThat(refused.text("type")).isEqualTo("/problems/too_many_streams");

      open.get(0).close();
      // That one has gone is found out when somebody asks for its place.
      Wait.until("room again", IN_FORCE, () -> ann.api().get("/events").status() == 200);
    } finally {
      open.forEach(Events::close);
    }
  }

  @Test
  void manyChangesAtOnceAreOneHintToLoadAgain() {
    var ann = Person.who(server, "leads:read");
    try (var events = ann.api().events()) {
      var items = new ArrayList<Map<String, Object>>();
      for (int i = 0; i < 500; i++) {
        items.add(Fixture.lead());
      }
      var body = Map.of("items", items, "mode", "create", "atomic", true);
      assertThat(admin.post("/leads/bulk", body).status()).isEqualTo(200);
      events.await("resync");
      var hint =
          events.heard().stream().filter(e -> e.name().equals("resync") && !e.data().isEmpty());
      assertThat(hint).allMatch(e -> e.data().get("path").asText().equals("leads")).isNotEmpty();
      assertThat(events.over()).isFalse();
    }
  }

  private String lead(Map<String, Object> more) {
    var fields = Fixture.lead();
    fields.putAll(more);
    return Fixture.created(admin, "/leads", fields).get("id").asText();
  }

  private static Map<String, Object> client() {
    var fields = new HashMap<String, Object>();
    fields.put("company_name", Fixture.unique("Company "));
    return fields;
  }

  private String contact(String client) {
    var fields = Map.of("name", Fixture.unique("Contact "));
    return Fixture.created(admin, "/clients/" + client + "/contacts", fields).get("id").asText();
  }

  private static boolean said(Events events, String name) {
    return events.heard().stream().anyMatch(event -> event.name().equals(name));
  }
}
