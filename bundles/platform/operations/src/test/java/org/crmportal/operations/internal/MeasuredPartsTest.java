package org.crmportal.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.crmportal.platform.metrics.Metric;
import org.crmportal.platform.metrics.Metric.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeasuredPartsTest {

  private final MeasuredParts parts = new MeasuredParts(Duration.ofMillis(300));

  @AfterEach
  void close() {
    parts.close();
  }

  private String text() throws IOException {
    var out = new ByteArrayOutputStream();
    new Metrics(parts).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatPartsMeasureIsWritten() throws IOException {
    var samples = List.of(new Sample(Map.of("state", "a\"b", "kind", "k"), 2));
    parts.add(() -> List.of(Metric.gauge("crm_one", "One", 1), Metric.counter("crm_two", "", 3)));
    parts.add(() -> List.of(new Metric("crm_three", "Three", Metric.Kind.GAUGE, samples)));

    assertThat(text().lines())
        .contains(
            "# HELP crm_one One",
            "crm_one 1.0",
            "# TYPE crm_two_total counter",
            "crm_two_total 3.0",
            "crm_three{kind=\"k\",state=\"a\\\"b\"} 2.0");
    assertThat(parts.values()).containsEntry("crm_one", 1.0).containsEntry("crm_two", 3.0);
  }

  @Test
  void onePartThatFailsHangsOrIsWrongCostsOnlyItsOwnLines() throws IOException {
    var never = new CountDownLatch(1);
    var asked = new AtomicInteger();
    parts.add(
        () -> {
          throw new IllegalStateException("broken");
        });
    parts.add(
        () -> {
          asked.incrementAndGet();
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        });
    parts.add(() -> List.of(Metric.gauge("not a name", "", 1), Metric.gauge("crm_one", "", 1)));
    parts.add(() -> List.of(Metric.gauge("crm_one", "the same name again", 2)));

    assertThat(text()).contains("crm_one 1.0").doesNotContain("crm_one 2.0", "not a name");
    assertThat(text()).contains("crm_one 1.0");
    assertThat(asked).as("asked again while it has not returned").hasValue(1);
  }

  @Test
  void requestsAreOneSeriesForEachTemplateMethodAndStatus() throws IOException {
    var metrics = new Metrics(parts);
    metrics.ended("GET", "leads/{id}", 200, 3_000_000);
    metrics.ended("GET", "leads/{id}", 200, 30_000_000);
    metrics.ended("BREW", "", 404, 1_000);
    metrics.ended("STEEP", "", 404, 1_000);
    var out = new ByteArrayOutputStream();
    metrics.write(out);

    var get = "{method=\"GET\",route=\"/leads/{id}\",status=\"200\"";
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .contains(
            "crm_http_request_seconds_bucket" + get + ",le=\"0.005\"} 1",
            "crm_http_request_seconds_bucket" + get + ",le=\"0.05\"} 2",
            "crm_http_request_seconds_count" + get + "} 2",
            "crm_http_request_seconds_count{method=\"other\",route=\"unknown\",status=\"404\"} 2");
  }
}
