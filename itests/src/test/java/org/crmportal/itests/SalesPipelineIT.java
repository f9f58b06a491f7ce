package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.crmportal.examples.pipeline.SalesPipeline;
import org.junit.jupiter.api.Test;

/** The real data set, loaded through the public API, compared with its files, and kept. */
class SalesPipelineIT {

  private static final Path DATA = Path.of("../../shared/data/sales-pipeline");
  private static final Map<String, String> STAGES =
      Map.of(
          "Prospecting", "prospect",
          "Engaging", "qualified",
          "Won", "closed_won",
          "Lost", "closed_lost");

  @Test
  void theDataSetIsLoadedWholeAndSurvivesARestart() throws Exception {
    assumeTrue(Files.isDirectory(DATA), "skipped: the data set is not beside this repository");
    var node = CrmNode.fresh();
    try (var server = node.start()) {
      var report =
          SalesPipeline.load(DATA, server.address(), CrmNode.ADMIN_EMAIL, CrmNode.ADMIN_PASSWORD);
      assertThat(report)
          .containsEntry("users", 41)
          .containsEntry("teams", 6)
          .containsEntry("clients", 85)
          .containsEntry("leads", 8800);
      compare(server.admin());
      Console.of(server).run("crm:verify").well();
    }
    try (var server = node.start()) {
      compare(server.admin());
    }
  }

  private static void compare(Api admin) throws IOException {
    assertThat(total(admin, "/leads?")).isEqualTo(8800);
    assertThat(total(admin, "/leads?status=converted&")).isEqualTo(4238);
    assertThat(total(admin, "/leads?status=lost&")).isEqualTo(2473);
    assertThat(total(admin, "/clients?industry=technology&")).isEqualTo(12);
    assertThat(total(admin, "/leads?metadata.product=GTXPro&")).isZero();
    assertThat(valuePerStage(admin)).isEqualTo(valuePerStageOfTheFile());
    var won =
        admin.get("/leads?filter=metadata.opportunity_id==1C1I7A6R").json().get("items").get(0);
    assertThat(won.get("created_at").asText()).startsWith("2016-10-20T00:00:00");
    assertThat(won.get("closed_at").asText()).startsWith("2017-03-01T00:00:00");
    assertThat(won.get("estimated_value").asText()).isEqualTo("1054.0");
    var client = admin.get("/clients/" + won.get("converted_to_client_id").asText());
    assertThat(client.text("company_name")).isEqualTo("Cancity");
  }

  private static long total(Api admin, String list) {
    var answer = admin.get(list + "count=true&limit=1");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().get("total").asLong();
  }

  /** The sums of what the API gives, page by page. */
  private static Map<String, BigDecimal> valuePerStage(Api admin) {
    var sums = new TreeMap<String, BigDecimal>();
    JsonNode page;
    var cursor = "";
    do {
      page = admin.get("/leads?limit=200&fields=stage,estimated_value" + cursor).json();
      for (var lead : page.get("items")) {
        var value = lead.get("estimated_value");
        var amount = value.isNull() ? BigDecimal.ZERO : new BigDecimal(value.asText());
        sums.merge(lead.get("stage").asText(), amount.setScale(2), BigDecimal::add);
      }
      cursor = "&cursor=" + page.get("next_cursor").asText();
    } while (!page.get("next_cursor").isNull());
    return sums;
  }

  private static Map<String, BigDecimal> valuePerStageOfTheFile() throws IOException {
    var sums = new TreeMap<String, BigDecimal>();
    var lines = Files.readAllLines(DATA.resolve("sales_pipeline.csv"));
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",", -1);
      var amount = cells[7].isEmpty() ? BigDecimal.ZERO : new BigDecimal(cells[7]);
      sums.merge(STAGES.get(cells[4]), amount.setScale(2), BigDecimal::add);
    }
    return sums;
  }
}
