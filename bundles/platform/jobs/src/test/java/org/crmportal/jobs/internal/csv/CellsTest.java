package org.crmportal.jobs.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.crmportal.jobs.internal.Gadget;
import org.crmportal.platform.record.Column;
import org.junit.jupiter.api.Test;

class CellsTest {

  private final Cells iso = new Cells(null, ".");
  private final Cells american = new Cells("M/d/yyyy", ".");
  private final Cells german = new Cells("d.M.yyyy", ",");

  @Test
  void aDecimalIsReadWithTheSignOfTheFile() throws Unreadable {
    assertThat(iso.read(column("price"), "1,234.50")).isEqualTo(new BigDecimal("1234.50"));
    assertThat(german.read(column("price"), "1.234,50")).isEqualTo(new BigDecimal("1234.50"));
    assertThat(german.read(column("price"), "1\u00A0234,5")).isEqualTo(new BigDecimal("1234.5"));
    assertThat(iso.read(column("price"), " -7 ")).isEqualTo(new BigDecimal("-7"));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    for (var text : new String[] {"1,5", "12,34.5", "1e9", "abc", "1.2.3", "$5", ".5", "--1"}) {
      assertUnreadable(iso, "price", text);
    }
    assertUnreadable(german, "price", "1.5");
    assertUnreadable(iso, "price", "9".repeat(200));
  }

  @Test
  void aWholeNumberHasNoDecimals() throws Unreadable {
    assertThat(iso.read(column("stock"), "12.00")).isEqualTo(12);
    assertUnreadable(iso, "stock", "12.5");
    assertUnreadable(iso, "stock", "3000000000");
  }

  @Test
  void aDateIsReadInTheFormatOfTheFile() throws Unreadable {
    var day = LocalDate.of(2016, 10, 20);
    assertThat(iso.read(column("built"), "2016-10-20")).isEqualTo(day);
    assertThat(american.read(column("built"), "10/20/2016")).isEqualTo(day);
    assertThat(german.read(column("built"), "20.10.2016")).isEqualTo(day);
  }

  @Test
  void aDayThatDoesNotExistIsRefused() {
    assertUnreadable(american, "built", "2/30/2016");
    assertUnreadable(iso, "built", "2016-02-30");
    assertUnreadable(iso, "built", "10/20/2016");
    assertUnreadable(iso, "built", "+123456-01-01");
  }

  @Test
  void aTimeMayBeADay() throws Unreadable {
    var midnight = Instant.parse("2016-10-20T00:00:00Z");
    assertThat(american.read(column("created_at"), "10/20/2016")).isEqualTo(midnight);
    assertThat(iso.read(column("created_at"), "2016-10-20")).isEqualTo(midnight);
    assertThat(iso.read(column("created_at"), "2016-10-20 10:00:00"))
        .isEqualTo(Instant.parse("2016-10-20T10:00:00Z"));
    assertThat(iso.read(column("created_at"), "2016-10-20T10:00:00+02:00"))
        .isEqualTo(Instant.parse("2016-10-20T08:00:00Z"));
    assertUnreadable(iso, "created_at", "yesterday");
  }

  @Test
  void anEnumerationIgnoresCaseAndSpelling() throws Unreadable {
    assertThat(iso.read(column("colour"), "Dark Blue")).isEqualTo(Gadget.Colour.DARK_BLUE);
    assertThat(iso.read(column("colour"), "red")).isEqualTo(Gadget.Colour.RED);
    assertThatThrownBy(() -> iso.read(column("colour"), "green"))
        .hasMessage("must be one of red, dark_blue");
  }

  @Test
  void metadataMayBeOneCellAsAnExportWritesIt() throws Unreadable {
    assertThat(iso.read(column("metadata"), "{\"a\": 1.50, \"b\": null}"))
        .isEqualTo(Map.of("a", new BigDecimal("1.50")));
    for (var text : new String[] {"null", "[1]", "{\"a\": 1} x", "north"}) {
      assertUnreadable(iso, "metadata", text);
    }
  }

  @Test
  void truthAndIdsAreRead() throws Unreadable {
    var id = UUID.randomUUID();
    assertThat(iso.read(column("hidden"), "Yes")).isEqualTo(true);
    assertThat(iso.read(column("hidden"), "0")).isEqualTo(false);
    assertThat(iso.read(column("assigned_to"), id.toString())).isEqualTo(id);
    assertUnreadable(iso, "hidden", "maybe");
    assertUnreadable(iso, "assigned_to", "1-2-3-4-5");
  }

  private static void assertUnreadable(Cells cells, String column, String text) {
    assertThatThrownBy(() -> cells.read(column(column), text)).isInstanceOf(Unreadable.class);
  }

  private static Column column(String name) {
    return Gadget.TYPE.column(name);
  }
}
