package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Filters, orders and shapes of lists: API, Shapes. */
class FiltersIT {

  private final Api admin = CrmServer.shared().admin();
  private final String company = Fixture.unique("Filtered ");

  /** Three leads of one company that differ in all that the filters look at. */
  private void three() {
    lead(
        "Ada",
        Map.of("score", 10, "estimated_value", "1000.00", "expected_close_date", "2026-01-31"));
    lead("Bob", Map.of("score", 50, "estimated_value", 2500.5, "source", "web"));
    lead("Cy", Map.of("score", 90, "metadata", Map.of("colour", "red", "size", 3)));
  }

  @Test
  void everyOperatorOfFiqlSelects() {
    three();
    var expected =
        Map.ofEntries(
            Map.entry("score==50", "Bob"),
            Map.entry("score!=50", "Ada,Cy"),
            Map.entry("score=gt=50", "Cy"),
            Map.entry("score=ge=50", "Bob,Cy"),
            Map.entry("score=lt=50", "Ada"),
            Map.entry("score=le=50", "Ada,Bob"),
            Map.entry("estimated_value=ge=1000.00;estimated_value=lt=2500.50", "Ada"),
            Map.entry("expected_close_date=le=2026-01-31", "Ada"),
            Map.entry("created_at=gt=2020-01-01T00:00:00Z", "Ada,Bob,Cy"),
            Map.entry("metadata.colour==red", "Cy"),
            Map.entry("source==web,metadata.colour==red", "Bob,Cy"),
            Map.entry("(score==10,score==90);first_name!=Ada", "Cy"));
    expected.forEach(
        (filter, names) ->
            assertThat(String.join(",", names("&filter=" + encoded(filter))))
                .as(filter)
                .isEqualTo(names));
  }

  @Test
  void aParameterMaySeveralTimesMeanOr() {
    three();
    assertThat(names("&first_name=Ada&first_name=Cy")).containsExactly("Ada", "Cy");
    assertThat(names("&first_name=Ada&score=10")).containsExactly("Ada");
    assertThat(names("&first_name=Ada&score=50")).isEmpty();
  }

  @Test
  void aListIsNewestFirstUnlessItIsToldOtherwise() {
    three();
    assertThat(unsorted("")).containsExactly("Cy", "Bob", "Ada");
    assertThat(unsorted("&sort=-score")).containsExactly("Cy", "Bob", "Ada");
    assertThat(unsorted("&sort=company,score")).containsExactly("Ada", "Bob", "Cy");
    assertThat(unsorted("&sort=expected_close_date,first_name")).hasSize(3);
  }

  @Test
  void aPageBeginsAnywhereAndGoesOnByItsCursor() {
    three();
    assertThat(names("&skip=1")).containsExactly("Bob", "Cy");
    assertThat(names("&skip=3")).isEmpty();
    // Two of the three have no close date, and come after the one that has.
    assertThat(unsorted("&sort=-expected_close_date,first_name&skip=1"))
        .containsExactly("Bob", "Cy");
    assertThat(unsorted("&sort=-expected_close_date,first_name&skip=2")).containsExactly("Cy");
    var order = "&sort=score&limit=1";
    var page = admin.get("/leads?company=" + encoded(company) + order + "&skip=1");
    assertThat(page.json().get("items").get(0).get("first_name").asText()).isEqualTo("Bob");
    assertThat(unsorted(order + "&cursor=" + page.text("next_cursor"))).containsExactly("Cy");
    for (var wrong : List.of("skip=-1", "skip=1.5", "skip=", "skip=1&skip=2")) {
      var answer = admin.get("/leads?" + wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.body()).as(wrong).contains("\"skip\"");
    }
    var both = admin.get("/leads?skip=0&cursor=" + page.text("next_cursor"));
    assertThat(both.status()).isEqualTo(400);
    assertThat(both.body()).contains("\"skip\"");
  }

  @Test
  void csvHoldsAllThatMatches() {
    three();
    var csv = admin.with("Accept", "text/csv").get("/leads?limit=1&company=" + encoded(company));
    assertThat(csv.body().lines()).hasSize(4);
    assertThat(csv.body().lines().findFirst().orElseThrow()).contains("first_name", "metadata");
  }

  @Test
  void moneyIsReadFromNumbersAndTextsAndNeverRounded() {
    three();
    var body = admin.get("/leads?company=" + encoded(company)).body();
    assertThat(body).contains("\"estimated_value\":1000.00", "\"estimated_value\":2500.50");
    for (var wrong : List.of("1.234", 1.234, -1, "many", "1e99", 99999999999999.0, true)) {
      var fields = Fixture.lead();
      fields.put("estimated_value", wrong);
      var answer = admin.post("/leads", fields);
      assertThat(answer.status()).as("" + wrong).isEqualTo(422);
      assertThat(answer.body()).contains("estimated_value");
    }
  }

  @Test
  void metadataIsAnObjectOfAtMostSixteenKibibytes() {
    var fields = Fixture.lead();
    for (var wrong : List.of("text", 1, List.of(1), Map.of("long", "x".repeat(17 * 1024)))) {
      fields.put("metadata", wrong);
      var answer = admin.post("/leads", fields);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.json().get("errors").get(0).get("field").asText()).startsWith("metadata");
    }
    fields.put("metadata", Map.of("long", "x".repeat(16_000)));
    assertThat(admin.post("/leads", fields).status()).isEqualTo(201);
  }

  @Test
  void whatIsWrongInAQueryIsNamed() {
    var wrong =
        Map.of(
            "fields=id,shoe_size",
            "shoe_size",
            "created_at=yesterday",
            "created_at",
            "assigned_to=nobody",
            "assigned_to",
            "limit=ten",
            "limit",
            "count=perhaps",
            "count",
            "deleted=all",
            "deleted",
            "filter=" + encoded("score=like=5"),
            "filter",
            "filter=" + encoded("(score==5"),
            "filter",
            "sort=-",
            "sort",
            "cursor=abc",
            "cursor");
    wrong.forEach(
        (query, name) -> {
          var answer = admin.get("/leads?" + query);
          assertThat(answer.status()).as(query + answer).isEqualTo(400);
          assertThat(answer.body()).as(query).contains(name);
        });
  }

  private void lead(String name, Map<String, Object> more) {
    var fields = new HashMap<>(Fixture.lead());
    fields.put("company", company);
    fields.put("first_name", name);
    fields.putAll(more);
    Fixture.created(admin, "/leads", fields);
  }

  private List<String> names(String query) {
    return unsorted(query + "&sort=first_name");
  }

  private List<String> unsorted(String query) {
    var answer = admin.get("/leads?company=" + encoded(company) + query);
    assertThat(answer.status()).as(query + answer).isEqualTo(200);
    var names = new ArrayList<String>();
    answer.json().get("items").forEach(item -> names.add(item.get("first_name").asText()));
    return names;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
