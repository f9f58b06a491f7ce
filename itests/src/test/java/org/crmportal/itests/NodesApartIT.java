package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.crmportal.postgres.internal.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: modules and settings belong to the node that is asked. */
class NodesApartIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String LIMIT = "/configuration/org.crmportal.rest/url.characters";

  private static PostgresServer database;
  private static CrmServer one;
  private static CrmServer other;

  @BeforeAll
  static void start() throws Exception {
    var node = CrmNode.fresh();
    database = PostgresServer.start(node.folder().resolve("external"));
    one = node.on(database).launch();
    other = CrmNode.fresh().on(database).launch();
    one.awaitReady();
    other.awaitReady();
  }

  @AfterAll
  static void stop() throws Exception {
    one.close();
    other.close();
    database.close();
  }

  @Test
  void aModuleGoesFromTheNodeThatIsAskedAndFromNoOther() {
    var removed = one.admin().delete("/modules/clients");
    assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
    assertThat(removed.text("node")).endsWith(":" + one.node().get("CRM_HTTP_PORT"));
    assertThat(removed.text("note")).contains("and from no other node", "its data stays");

    assertThat(one.admin().get("/clients").status()).isEqualTo(404);
    assertThat(one.admin().get("/clients").text("module")).isEqualTo("clients");
    assertThat(one.admin().get("/modules/clients").text("state")).isEqualTo("available");
    assertThat(other.admin().get("/modules/clients").text("state")).isEqualTo("running");
    assertThat(other.admin().get("/clients").status()).isEqualTo(200);
    conversionNeedsTheNodeThatHasThem();
    anImportIsDoneByTheNodeThatCan();

    var back = one.admin().post("/modules", Map.of("name", "clients"));
    assertThat(back.status()).as(back.toString()).isEqualTo(201);
    assertThat(one.admin().get("/clients?company_name=Imported").json().get("items")).hasSize(1);
  }

  private static void conversionNeedsTheNodeThatHasThem() {
    var lead = Fixture.created(one.admin(), "/leads", Fixture.lead()).get("id").asText();
    var refused = one.admin().post("/leads/" + lead + "/convert", Map.of());
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text("module")).isEqualTo("clients");
    var converted = other.admin().post("/leads/" + lead + "/convert", Map.of());
    assertThat(converted.status()).isEqualTo(201);
  }

  /** Whichever takes the job first. */
  private static void anImportIsDoneByTheNodeThatCan() {
    var file = new CsvUpload("Name\nImported\n", "{\"Name\": \"company_name\"}");
    var job = CsvUpload.job(file.to(other.admin(), "/clients"));
    assertThat(CsvUpload.end(one.admin(), job).text("rows_done")).isEqualTo("1");
  }

  @Test
  void aSettingIsTheNodesThatIsAskedAndOfNoOther() {
    var changed = one.admin().put(LIMIT, Map.of("value", "2000"));
    assertThat(changed.text("node")).endsWith(":" + one.node().get("CRM_HTTP_PORT"));
    Wait.until("in force", SOON, () -> longUrl(one) == 414);
    assertThat(longUrl(other)).isEqualTo(200);
    assertThat(other.admin().get(LIMIT).text("value")).isEqualTo("8192");

    var said = Console.of(one).run("crm:config-set org.crmportal.rest url.characters 8192").well();
    assertThat(said.out()).contains(changed.text("node"));
    assertThat(said.err()).contains("on " + changed.text("node") + ", and on no other node");
    Wait.until("as before", SOON, () -> longUrl(one) == 200);
  }

  private static int longUrl(CrmServer server) {
    var ids = Collections.nCopies(80, "id=" + new UUID(0, 0));
    return server.admin().get("/leads?" + String.join("&", ids)).status();
  }
}
