package org.crmportal.jobs.internal.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.crmportal.platform.CrmException;
import org.junit.jupiter.api.Test;

class CsvFileTest {

  private static final String TEXT = "name,city\nZoë,Zürich\n";

  @Test
  void commaSemicolonTabAndBarAreToldApart() {
    assertThat(file("a,b\n1;2,3\n".getBytes(UTF_8)).separator()).isEqualTo(',');
    assertThat(file("a;b\n\"1,5\";2\n".getBytes(UTF_8)).separator()).isEqualTo(';');
    assertThat(file("a\tb, c\n1\t2\n".getBytes(UTF_8)).separator()).isEqualTo('\t');
    assertThat(file("a|b\n1|2\n".getBytes(UTF_8)).separator()).isEqualTo('|');
    assertThat(file("a\n1\n".getBytes(UTF_8)).separator()).isEqualTo(',');
  }

  @Test
  void separatorsWithinQuotesDoNotCount() {
    var file = file("\"a;b;c;d\",e\n\"1;2;3;4\",5\n".getBytes(UTF_8));

    assertThat(file.separator()).isEqualTo(',');
    assertThat(file.header()).containsExactly("a;b;c;d", "e");
  }

  @Test
  void theEncodingIsDetected() {
    assertReads(TEXT.getBytes(UTF_8));
    assertReads(("\uFEFF" + TEXT).getBytes(UTF_8));
    assertReads(("\uFEFF" + TEXT).getBytes(UTF_16LE));
    assertReads(("\uFEFF" + TEXT).getBytes(UTF_16BE));
    assertReads(TEXT.getBytes(Charset.forName("windows-1252")));
  }

  @Test
  void aLateByteThatIsNoUtf8MakesItWindows() {
    var text = "name\n" + "x\n".repeat(70_000) + "Zo\u00EB \u20AC\n";

    var rows = rows(file(text.getBytes(Charset.forName("windows-1252"))));

    assertThat(rows.get(rows.size() - 1).cells()).containsExactly("Zo\u00EB \u20AC");
  }

  @Test
  void aCharacterAcrossTwoBuffersIsUtf8() {
    var text = "name\n" + "x".repeat(65_530) + "\u20AC\u20AC\u20AC\n";

    assertThat(file(text.getBytes(UTF_8)).charset()).isEqualTo(UTF_8);
  }

  @Test
  void quotesHoldQuotesAndLines() {
    var rows = rows(file("a,b\r\n\"one\ntwo\",\"say \"\"hi\"\"\"\r\n3,4\r\n".getBytes(UTF_8)));

    assertThat(rows.get(0).cells()).containsExactly("one\ntwo", "say \"hi\"");
    assertThat(rows).extracting(CsvRow::number).containsExactly(2L, 3L);
  }

  @Test
  void emptyLinesCountButAreBlank() {
    var rows = rows(file("a,b\n\n1,2\n".getBytes(UTF_8)));

    assertThat(rows).extracting(CsvRow::blank).containsExactly(true, false);
    assertThat(rows.get(1).number()).isEqualTo(3);
  }

  @Test
  void anEmptyFileHasNoHeader() {
    assertThatThrownBy(() -> file(new byte[0]))
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.violations().get(0).code()).isEqualTo("empty"));
  }

  @Test
  void aQuoteThatIsNeverClosedIsNamed() {
    var file = file(("a,b\n1,2\n\"open,3\n" + "4,5\n".repeat(700_000)).getBytes(UTF_8));

    assertThatThrownBy(() -> rows(file))
        .isInstanceOfSatisfying(
            CrmException.class,
            e -> assertThat(e.violations().get(0).message()).startsWith("row 3"));
  }

  @Test
  void whatAnExportMadeHarmlessIsAsItWas() {
    var rows = rows(file("a,b\n'-5,'tis\n".getBytes(UTF_8)));

    assertThat(rows.get(0).cells()).containsExactly("-5", "'tis");
    assertThat(Csv.harmless("-5")).isEqualTo("'-5");
  }

  @Test
  void aRowCanBeWrittenAndReadAgain() {
    var cells = List.of("", "a,b", "say \"hi\"", "two\nlines");

    assertThat(Csv.cells(Csv.line(cells))).isEqualTo(cells);
  }

  private static void assertReads(byte[] bytes) {
    assertThat(rows(file(bytes)).get(0).cells()).containsExactly("Zoë", "Zürich");
  }

  private static CsvFile file(byte[] bytes) {
    return CsvFile.detect(() -> new ByteArrayInputStream(bytes));
  }

  private static List<CsvRow> rows(CsvFile file) {
    var all = new ArrayList<CsvRow>();
    try (var rows = file.rows()) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }
}
