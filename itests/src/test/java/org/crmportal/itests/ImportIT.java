package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** CSV files become records in a job, over HTTP. */
class ImportIT {

  private static final String MAPPING =
      """
      {"First": "first_name", "Last": "last_name", "Mail": "email", "Value": "estimated_value",
       "Close": "expected_close_date", "Made": "created_at", "Region": "metadata.region",
       "Owner": "assigned_to"}""";

  private static final String HEADER = "First;Last;Mail;Value;Close;Made;Region;Owner;Ignored\n";

  private final CrmServer server = CrmServer.shared();
  private final Api admin = server.admin();

  @Test
  void aFileInItsOwnFormatBecomesLeads() {
    var word = Fixture.unique("import");
    var file =
        HEADER
            + "Ada;"
            + word
            + ";"
            + word
            + "@example.org;1.234,50;10/20/2016;2/1/2015;N;"
            + CrmNode.ADMIN_EMAIL
            + ";x\n";

    var job =
        new CsvUpload(file, MAPPING)
            .with("date_format", "M/d/yyyy")
            .with("decimal", ",")
            .with("constants", "{\"source\": \"fair\"}")
            .done(admin, "/leads");

    assertThat(job.text("status")).isEqualTo("succeeded");
    assertThat(job.text("rows_total")).isEqualTo("1");
    var lead = admin.get("/leads?last_name=" + word).json().get("items").get(0);
    assertThat(lead.get("estimated_value").asText()).isEqualTo("1234.5");
    assertThat(lead.get("expected_close_date").asText()).isEqualTo("2016-10-20");
    assertThat(lead.get("created_at").asText()).startsWith("2015-02-01T00:00:00");
    assertThat(lead.get("metadata").get("region").asText()).isEqualTo("N");
    assertThat(lead.get("assigned_to").asText()).isEqualTo(admin.get("/auth/me").text("id"));
    assertThat(lead.get("source").asText()).isEqualTo("fair");
    var audit = admin.get("/audit-logs?resource_id=" + lead.get("id").asText());
    assertThat(audit.body()).contains("\"imported\"");
  }

  @Test
  void clientsAreImportedAndChangedByTheirKey() {
    var name = Fixture.unique("Company ");
    var mapping =
        "{\"Account\": \"company_name\", \"Sector\": \"industry\", \"Where\": \"country\"}";
    new CsvUpload("Account,Sector,Where\n" + name + ",medical,Kenya\n", mapping)
        .done(admin, "/clients");

    var job =
        new CsvUpload("Account,Sector,Where\n" + name + ",retail,\n", mapping)
            .with("key", "company_name")
            .done(admin, "/clients");

    assertThat(job.text("rows_done")).isEqualTo("1");
    var found = admin.get("/clients?company_name=" + name.replace(" ", "%20")).json().get("items");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).get("industry").asText()).isEqualTo("retail");
    assertThat(found.get(0).get("country").asText()).isEqualTo("Kenya");
  }

  @Test
  void theRowsThatFailedComeBackWithTheReason() {
    var word = Fixture.unique("import");
    var row = "Ada;" + word + ";" + word + "@example.org;1;;;;;\n";
    var file = HEADER + row + row + ";x;nobody;cheap;;;;;\n" + "too;few\n";

    var job = new CsvUpload(file, MAPPING).with("decimal", ",").done(admin, "/leads");

    assertThat(job.text("rows_done")).isEqualTo("1");
    assertThat(job.text("rows_failed")).isEqualTo("3");
    var errors = admin.get("/jobs/" + job.text("id") + "/errors.csv");
    assertThat(errors.header("Content-Type")).startsWith("text/csv");
    assertThat(errors.body().lines())
        .hasSize(4)
        .contains("row,errors,First,Last,Mail,Value,Close,Made,Region,Owner,Ignored");
    assertThat(errors.body()).contains("first_name: must not be empty", "5,\"has 2 cells");
  }

  @Test
  void aFileThatIsSentTwiceWithOneKeyIsImportedOnce() {
    var word = Fixture.unique("import");
    var upload = new CsvUpload(HEADER + "Ada;" + word + ";;1;;;;;\n", MAPPING);
    var once = admin.with("Idempotency-Key", word);

    var first = CsvUpload.job(upload.to(once, "/leads"));
    var second = CsvUpload.job(upload.to(once, "/leads"));

    assertThat(second).isEqualTo(first);
    assertThat(CsvUpload.end(admin, first).text("rows_done")).isEqualTo("1");
    assertThat(admin.get("/leads?last_name=" + word).json().get("items")).hasSize(1);
  }

  @Test
  void aDryRunKeepsNothing() {
    var word = Fixture.unique("import");
    var file = HEADER + "Ada;" + word + ";;1;;;;;\n;" + word + ";;;;;;;\n";

    var job = new CsvUpload(file, MAPPING).with("dry_run", "true").done(admin, "/leads");

    assertThat(job.text("rows_done")).isEqualTo("1");
    assertThat(job.text("rows_failed")).isEqualTo("1");
    assertThat(admin.get("/leads?last_name=" + word).json().get("items")).isEmpty();
  }

  @Test
  void whatCannotGoWellIsRefusedAtOnce() {
    var answer =
        new CsvUpload("a,b\n1,2\n", "{\"c\": \"email\", \"a\": \"nose\"}").to(admin, "/leads");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("no column c, only a, b", "nose is not a field");
    assertThat(new CsvUpload("", "{\"a\": \"email\"}").to(admin, "/leads").status()).isEqualTo(422);
    for (var part : new String[] {"date_format", "decimal", "key", "dry_run", "nonsense"}) {
      var bad = new CsvUpload("a\nx\n", "{\"a\": \"email\"}").with(part, "foo").to(admin, "/leads");
      assertThat(bad.status()).as(part).isEqualTo(422);
    }
  }

  @Test
  void onlyWhoMayImportDoes() {
    var sales = Fixture.user(server, "sales");

    var answer = new CsvUpload("a\nx\n", "{\"a\": \"email\"}").to(sales, "/leads");

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void everyoneSeesTheirOwnJobsOnly() {
    var manager = Fixture.user(server, "manager");
    var word = Fixture.unique("import");
    var file = "a,b\n" + word + "," + word + "\n";
    var upload = new CsvUpload(file, "{\"a\": \"first_name\", \"b\": \"last_name\"}");
    var own = CsvUpload.end(manager, CsvUpload.job(upload.to(manager, "/leads"))).text("id");
    var foreign = upload.done(admin, "/leads").text("id");

    assertThat(manager.get("/jobs/" + foreign).status()).isEqualTo(404);
    assertThat(manager.get("/jobs/" + foreign + "/errors.csv").status()).isEqualTo(404);
    assertThat(manager.post("/jobs/" + foreign + "/cancel", "{}").status()).isEqualTo(404);
    assertThat(manager.get("/jobs").body()).contains(own).doesNotContain(foreign);
    assertThat(admin.get("/jobs/" + own).status()).isEqualTo(200);
    assertThat(server.api().get("/jobs/" + own).status()).isEqualTo(401);
  }

  @Test
  void aJobIsCancelledOnce() {
    var job = CsvUpload.job(rows(20_000).to(admin, "/leads"));

    var cancelled = admin.post("/jobs/" + job + "/cancel", "{}");

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.text("status")).isEqualTo("cancelled");
    assertThat(admin.post("/jobs/" + job + "/cancel", "{}").status()).isEqualTo(200);
    var ended = new CsvUpload("a\nx\n", "{\"a\": \"email\"}").done(admin, "/leads").text("id");
    var late = admin.post("/jobs/" + ended + "/cancel", "{}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("current")).isEqualTo("succeeded");
  }

  @Test
  void anImportGoesOnAfterTheServerWasKilled() {
    var node = CrmNode.fresh();
    String job;
    try (var first = node.start()) {
      var api = first.admin();
      job = CsvUpload.job(rows(3_000).to(api, "/leads"));
      Wait.until(
          "some rows",
          Duration.ofMinutes(2),
          () -> api.get("/jobs/" + job).json().get("rows_done").asInt() > 400);
      first.kill();
    }

    try (var second = node.start()) {
      var api = second.admin();
      var ended = CsvUpload.end(api, job);
      assertThat(ended.text("status")).isEqualTo("succeeded");
      assertThat(ended.text("rows_done")).isEqualTo("3000");
      var names = new HashSet<String>();
      var list = api.with("Accept", "text/csv").get("/leads?fields=last_name").body();
      assertThat(list.lines().skip(1).peek(names::add)).hasSize(3_000);
      assertThat(names).hasSize(3_000);
      assertThat(audited(api)).isEqualTo("3000");
    }
  }

  private static String audited(Api api) {
    return api.get("/audit-logs?resource_type=lead&count=true&limit=1").text("total");
  }

  private static CsvUpload rows(int count) {
    var file = new StringBuilder("a,b\n");
    var word = Fixture.unique("row");
    for (int i = 0; i < count; i++) {
      file.append("Ada,").append(word).append('-').append(i).append('\n');
    }
    return new CsvUpload(file.toString(), "{\"a\": \"first_name\", \"b\": \"last_name\"}");
  }
}
