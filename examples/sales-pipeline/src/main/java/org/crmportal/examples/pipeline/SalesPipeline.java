package org.crmportal.examples.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Loads the data set: agents as users of the role sales in a team by manager, managers as users of
 * the role manager, accounts as clients, opportunities as leads with stage, value, dates and
 * history. What the data lacks is decided in the README beside this.
 */
public final class SalesPipeline {

  private static final String DATES = "M/d/yyyy";

  private final Api api;
  private final DataSet data;
  private final Map<String, String> users = new TreeMap<>();
  private final Map<String, String> clients = new TreeMap<>();

  private SalesPipeline(Api api, DataSet data) {
    this.api = api;
    this.data = data;
  }

  /** Loads the files of a folder: {@code <folder> <address> <e-mail> <password>}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 4) {
      throw new IllegalArgumentException("usage: <folder> <address> <e-mail> <password>");
    }
    var report = load(Path.of(arguments[0]), URI.create(arguments[1]), arguments[2], arguments[3]);
    report.forEach((what, count) -> System.out.println(what + ": " + count));
  }

  /** Loads the files of a folder and says how many of each it loaded. */
  public static Map<String, Integer> load(Path folder, URI address, String email, String password)
      throws IOException, InterruptedException {
    var api = new Api(address);
    api.signIn(email, password);
    return new SalesPipeline(api, DataSet.in(folder)).load();
  }

  private Map<String, Integer> load() throws IOException, InterruptedException {
    var report = new LinkedHashMap<String, Integer>();
    report.put("users", people());
    report.put("teams", teams());
    report.put("clients", clients());
    report.put("leads", leads());
    return report;
  }

  private int people() {
    var roles = new TreeMap<String, String>();
    api.get("roles?limit=200")
        .get("items")
        .forEach(role -> roles.put(text(role, "name"), text(role, "id")));
    for (var agent : data.agents()) {
      users.computeIfAbsent(agent.get("manager"), name -> user(name, roles.get("manager")));
      users.computeIfAbsent(agent.get("sales_agent"), name -> user(name, roles.get("sales")));
    }
    return users.size();
  }

  private String user(String name, String role) {
    var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
    var fields = Map.of("email", email, "full_name", name, "role_id", role);
    return text(api.post("users", fields), "id");
  }

  private int teams() {
    var members = new TreeMap<String, List<String>>();
    for (var agent : data.agents()) {
      members
          .computeIfAbsent(agent.get("manager"), name -> new ArrayList<>(List.of(users.get(name))))
          .add(users.get(agent.get("sales_agent")));
    }
    members.forEach(
        (manager, ids) -> {
          var team = api.post("teams", Map.of("name", "Team " + manager));
          api.put("teams/" + text(team, "id") + "/members", ids);
        });
    return members.size();
  }

  private int clients() throws IOException, InterruptedException {
    var csv = new StringBuilder();
    try (var out = CSVFormat.RFC4180.print(csv)) {
      out.printRecord("company", "sector", "country", "founded", "revenue", "employees", "parent");
      for (var account : data.accounts()) {
        out.printRecord(
            account.get("account"),
            DataSet.mended(account.get("sector")),
            account.get("office_location"),
            account.get("year_established"),
            account.get("revenue"),
            account.get("employees"),
            account.get("subsidiary_of"));
      }
    }
    var mapping =
        Map.of(
            "company", "company_name",
            "sector", "industry",
            "country", "country",
            "founded", "metadata.year_established",
            "revenue", "metadata.revenue_million_usd",
            "employees", "metadata.employees",
            "parent", "metadata.subsidiary_of");
    int count = done(api.load("clients", csv.toString(), Map.of("mapping", mapping)));
    api.get("clients?limit=200")
        .get("items")
        .forEach(client -> clients.put(text(client, "company_name"), text(client, "id")));
    return count;
  }

  private int leads() throws IOException, InterruptedException {
    var csv = new StringBuilder();
    var header =
        List.of(
            "last_name",
            "company",
            "assigned_to",
            "status",
            "stage",
            "estimated_value",
            "created_at",
            "closed_at",
            "converted_to_client_id",
            "lost_reason",
            "metadata.opportunity_id",
            "metadata.product");
    try (var out = CSVFormat.RFC4180.print(csv)) {
      out.printRecord(header);
      for (var opportunity : data.opportunities()) {
        out.printRecord(lead(opportunity));
      }
    }
    var mapping = new LinkedHashMap<String, String>();
    header.forEach(name -> mapping.put(name, name));
    var constants = Map.of("first_name", "Buyer", "source", "sales_pipeline");
    return done(
        api.load(
            "leads",
            csv.toString(),
            Map.of("mapping", mapping, "constants", constants, "date_format", DATES)));
  }

  private List<String> lead(CSVRecord row) {
    var stage = Stage.valueOf(row.get("deal_stage").toUpperCase(Locale.ROOT));
    return List.of(
        row.get("opportunity_id"),
        row.get("account"),
        users.get(row.get("sales_agent")),
        stage.status,
        stage.stage,
        row.get("close_value"),
        row.get("engage_date"),
        row.get("close_date"),
        stage == Stage.WON ? clients.get(row.get("account")) : "",
        stage == Stage.LOST ? "not recorded" : "",
        row.get("opportunity_id"),
        DataSet.mended(row.get("product")));
  }

  private static int done(JsonNode job) {
    if (!text(job, "status").equals("succeeded") || job.get("rows_failed").asInt() > 0) {
      throw new IllegalStateException("the import did not succeed: " + job);
    }
    return job.get("rows_done").asInt();
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }
}
