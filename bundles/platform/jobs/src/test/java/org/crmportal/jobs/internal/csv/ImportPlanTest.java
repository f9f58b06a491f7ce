package org.crmportal.jobs.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.crmportal.jobs.internal.Gadget;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Violation;
import org.crmportal.platform.job.CsvImport;
import org.junit.jupiter.api.Test;

class ImportPlanTest {

  private static final List<String> HEADER = List.of("Name", "Mail", "Made", "Region", "Mail2");

  @Test
  void headersThatAreNotMappedAreIgnored() {
    var plan = plan(Map.of("Name", "name", "Region", "metadata.region"), Map.of(), null);

    assertThat(plan.targets().get(0).field()).isEqualTo("name");
    assertThat(plan.targets().get(3).key()).isEqualTo("region");
    assertThat(plan.targets()).hasSize(2);
  }

  @Test
  void whatOnlyAnImportMayCarryCanBeMapped() {
    var plan = plan(Map.of("Name", "name", "Made", "created_at"), Map.of(), null);

    assertThat(plan.targets().get(2).history(Gadget.TYPE)).isTrue();
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    assertThatMistakes(Map.of("Nome", "name", "Mail", "mail", "Made", "version"), Map.of(), "email")
        .satisfies(
            e ->
                assertThat(((CrmException) e).violations())
                    .extracting(Violation::code)
                    .containsExactlyInAnyOrder(
                        "unknown_header", "unknown_field", "read_only", "not_mapped"));
  }

  @Test
  void aFieldIsFilledOnce() {
    assertThatMistakes(Map.of("Mail", "email", "Mail2", "email"), Map.of(), null)
        .satisfies(e -> assertCodes(e, "twice"));
    assertThatMistakes(Map.of("Mail", "email"), Map.of("email", "a@example.org"), null)
        .satisfies(e -> assertCodes(e, "twice"));
  }

  @Test
  void constantsAreReadAtOnce() {
    var plan = plan(Map.of("Name", "name"), Map.of("built", "2016-10-20", "stock", "5"), null);

    assertThat(plan.constants().values()).hasSize(2).contains(5);
    assertThatMistakes(Map.of("Name", "name"), Map.of("stock", "many"), null)
        .satisfies(e -> assertCodes(e, "bad_value"));
  }

  @Test
  void anOrderSurvivesTheDatabase() {
    var how = new CsvImport(Map.of("a", "name"), Map.of(), "M/d/yyyy", ",", "name", true, true);
    var order = new ImportOrder("gadget", "gadgets", how, HEADER);

    assertThat(ImportOrder.of(order.parameters())).isEqualTo(order);
  }

  @Test
  void aDateFormatMustBeOne() {
    for (var format : new String[] {"M/d", "foo", "HH:mm", "M/d/yyyy '"}) {
      assertThatThrownBy(
              () -> new CsvImport(Map.of("a", "name"), Map.of(), format, ".", null, false, false))
          .satisfies(e -> assertCodes(e, "date_format"));
    }
  }

  private static AbstractThrowableAssert<?, ?> assertThatMistakes(
      Map<String, String> mapping, Map<String, String> constants, String key) {
    return assertThatThrownBy(() -> plan(mapping, constants, key));
  }

  private static void assertCodes(Throwable thrown, String... codes) {
    assertThat(((CrmException) thrown).violations()).extracting(Violation::code).contains(codes);
  }

  private static ImportPlan plan(
      Map<String, String> mapping, Map<String, String> constants, String key) {
    var how = new CsvImport(mapping, constants, null, ".", key, false, false);
    return ImportPlan.of(Gadget.TYPE, how, HEADER);
  }
}
