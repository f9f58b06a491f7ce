package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Prometheus reads at /metrics. */
class MetricsIT {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-");

  private final CrmServer server = CrmServer.shared();

  private String metrics() {
    var answer = server.api().get("/metrics");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static double value(String metrics, String series) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  @Test
  void everyPartIsMeasured() {
    server.admin().get("/leads");

    assertThat(metrics())
        .contains(
            "crm_http_request_seconds_bucket{method=\"GET\",route=\"/leads\",status=\"200\",le=",
            "crm_http_requests_in_flight ",
            "crm_pool_connections{state=\"active\"}",
            "crm_pool_connections{state=\"idle\"}",
            "crm_pool_waiting ",
            "crm_pool_timeouts_total ",
            "jvm_memory_used_bytes{area=\"heap\"}",
            "jvm_gc_collection_seconds_count{",
            "jvm_threads_current ",
            "jvm_classes_currently_loaded ",
            "process_cpu_seconds_total ",
            "crm_jobs{status=\"queued\"}",
            "crm_jobs{status=\"succeeded\"}",
            "crm_jobs_oldest_waiting_seconds ",
            "crm_listeners_in_quarantine ",
            "crm_module_state{module=\"leads\",state=\"running\"} 1",
            "crm_build_info{",
            "crm_log_lines_total{level=\"error\"}");
  }

  @Test
  void requestsAreCountedByTheTemplateOfTheirPath() {
    var series =
        "crm_http_request_seconds_count{method=\"GET\",route=\"/leads/{id}\",status=\"404\"}";
    var before = value(metrics(), series);

    List.of(1, 2, 3).forEach(each -> server.admin().get("/leads/" + UUID.randomUUID()));

    var after = metrics();
    assertThat(value(after, series)).isEqualTo(before + 3);
    assertThat(ID.matcher(after).find()).as("an id in it").isFalse();
  }

  @Test
  void whatNobodyServesIsOneSeriesWhateverItsPathAndMethod() {
    for (var path : List.of("/nonsense", "/nonsense/else", "/leads/a/b/c/d/e")) {
      server.admin().get(path);
      server.admin().send("BREW", path, "");
    }

    assertThat(metrics().lines())
        .filteredOn(line -> line.contains("route=\"unknown\"") && line.contains("_count"))
        .allMatch(line -> line.matches(".*method=\"(GET|other|POST|PUT|PATCH|DELETE)\".*"));
    assertThat(metrics()).doesNotContain("nonsense", "BREW");
  }

  @Test
  void anyoneElseNeedsATokenOfWhoMayReadTheModules() {
    var proxied = server.api().with("X-Forwarded-For", "203.0.113.7");
    var admin = server.admin().with("X-Forwarded-For", "203.0.113.7");
    var manager = Fixture.user(server, "manager").with("X-Forwarded-For", "203.0.113.7");

    assertThat(proxied.get("/metrics").status()).isEqualTo(401);
    assertThat(proxied.with("Authorization", "Bearer x").get("/metrics").status()).isEqualTo(401);
    assertThat(manager.get("/metrics").status()).isEqualTo(403);
    assertThat(admin.get("/metrics").status()).isEqualTo(200);
    assertThat(server.api().get("/metrics/secrets").status()).isEqualTo(404);
    assertThat(server.api().post("/metrics", Map.of()).status()).isEqualTo(405);
  }
}
