package org.crmportal.itests.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crmportal.itests.Api;
import org.crmportal.itests.CrmServer;
import org.crmportal.itests.Fixture;
import org.crmportal.itests.Person;

/** A small company that sells: what the pictures of the portal show. */
final class Demo {

  private static final List<String> SALES =
      List.of("Jonas Weber", "Aylin Demir", "Tom Gallagher", "Sofia Marchetti");
  private static final List<String> CALLS =
      List.of(
          "Wants a second offer with delivery included.",
          "Budget is approved; asks for references from the same trade.",
          "Nobody there; the assistant takes a message.",
          "Likes the trial. Their IT has questions about single sign-on.");
  private static final List<String> FOLLOW_UPS =
      List.of("Send the revised offer", "Call back after the board meeting", "Agree on a date");

  private final Api admin;
  private final List<String> people = new ArrayList<>();
  private final List<Api> apis = new ArrayList<>();

  private Demo(CrmServer server) {
    admin = server.admin();
  }

  /** Fills the server and returns the e-mail address of the sales person who sees it all. */
  static String fill(CrmServer server) {
    var demo = new Demo(server);
    for (var name : SALES) {
      demo.people.add(demo.person(name, "sales"));
      demo.apis.add(server.api().signIn(mail(name), Person.PASSWORD));
    }
    var manager = demo.person("Mara Lindqvist", "manager");
    demo.team(manager);
    demo.clients();
    demo.leads();
    return mail(SALES.get(0));
  }

  static String mail(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
  }

  private String person(String name, String role) {
    var fields = Person.fields(mail(name), Fixture.role(admin, role));
    fields.put("full_name", name);
    return id(Fixture.created(admin, "/users", fields));
  }

  private void team(String manager) {
    var team = id(Fixture.created(admin, "/teams", Map.of("name", "Field sales")));
    var members = new ArrayList<>(people);
    members.add(manager);
    must(admin.put("/teams/" + team + "/members", members).status() == 200, "members");
  }

  private void clients() {
    var number = 0;
    for (var fields : table("demo-clients.csv")) {
      fields.put("account_manager_id", people.get(number++ % people.size()));
      fields.put("primary_contact_email", "office@" + fields.get("website").toString());
      Fixture.created(admin, "/clients", fields);
    }
  }

  private void leads() {
    var today = LocalDate.now(ZoneOffset.UTC);
    var number = 0;
    for (var fields : table("demo-leads.csv")) {
      var days = Integer.parseInt(fields.remove("days_to_close").toString());
      var owner = Integer.parseInt(fields.remove("owner").toString());
      fields.put("expected_close_date", today.plusDays(days).toString());
      fields.put("assigned_to", people.get(owner));
      var api = apis.get(owner);
      talk(api, id(Fixture.created(api, "/leads", fields)), number++, today);
    }
  }

  /** What a sales person keeps of a lead: notes of calls, and what is to be done. */
  private void talk(Api api, String lead, int number, LocalDate today) {
    var call = activity(lead, "call", CALLS.get(number % CALLS.size()));
    Fixture.created(api, "/activities", call);
    if (number % 3 == 0) {
      var next = activity(lead, "call", FOLLOW_UPS.get(number / 3 % FOLLOW_UPS.size()));
      next.put("due_date", today.plusDays(number / 3 % 9 - 2).toString());
      Fixture.created(api, "/activities", next);
    }
  }

  private static Map<String, Object> activity(String lead, String action, String description) {
    var fields = new HashMap<String, Object>();
    fields.put("entity_type", "lead");
    fields.put("entity_id", lead);
    fields.put("action", action);
    fields.put("description", description);
    return fields;
  }

  private static List<Map<String, Object>> table(String file) {
    try (var stream = Demo.class.getResourceAsStream("/portal/" + file)) {
      var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      var names = lines.get(0).split(",", -1);
      var rows = new ArrayList<Map<String, Object>>();
      for (var line : lines.subList(1, lines.size())) {
        var cells = line.split(",", -1);
        var row = new HashMap<String, Object>();
        for (var i = 0; i < names.length; i++) {
          row.put(names[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String id(JsonNode record) {
    return record.get("id").asText();
  }

  private static void must(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
