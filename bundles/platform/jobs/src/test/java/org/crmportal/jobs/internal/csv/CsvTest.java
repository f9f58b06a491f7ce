package org.crmportal.jobs.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void whateverIsMadeHarmlessComesBackAsItWas() {
    for (var text : List.of("=1", "'=1", "''=1", "'", "''", "'tis", "+49", "'+49", "", "a=b")) {
      var cell = Csv.harmless(text);
      assertThat(cell).doesNotStartWith("=").doesNotStartWith("+");
      assertThat(Csv.original(cell)).as(text).isEqualTo(text);
    }
  }
}
