package org.crmportal.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAlignedAndNumbersStandRight() {
    var table =
        new Table(
            List.of("name", "amount"),
            List.of(List.of("Ada", "12000.00"), List.of("Grace Hopper", "-5")));

    assertThat(table.text(80))
        .isEqualTo(
            """
            name            amount
            Ada           12000.00
            Grace Hopper        -5
            """);
  }

  @Test
  void whatDoesNotFitIsLeftOutFromTheRightAndCounted() {
    var table = new Table(List.of("one", "two", "three"), List.of(List.of("aaaa", "bbbb", "cccc")));

    assertThat(table.text(11))
        .isEqualTo(
            """
            one   two
            aaaa  bbbb
            (1 more fields do not fit)
            """);
  }

  @Test
  void aLongValueIsShortenedUnlessThereIsRoomAndTheLastColumnGetsItFirst() {
    var words = "word ".repeat(12).strip();
    var table = new Table(List.of("a", "b"), List.of(List.of(words, words)));

    assertThat(table.text(101)).contains("\n" + words.substring(0, 39) + "…  " + words + "\n");
    assertThat(table.text(105)).contains("\n" + words.substring(0, 43) + "…  " + words + "\n");
    assertThat(table.text(120)).contains("\n" + words + "  " + words + "\n");
    assertThat(table.text(60).lines()).allMatch(each -> each.length() <= 60);
  }

  @Test
  void aValueCannotBreakTheTableOrCommandTheTerminal() {
    var table = new Table(List.of("a"), List.of(List.of("one\ntwo\u001b[31m")));

    assertThat(table.text(80)).isEqualTo("a\none two [31m\n");
  }

  @Test
  void lettersOutsideTheBasicPlaneCountAsOne() {
    var table = new Table(List.of("a", "b"), List.of(List.of("😀", "x"), List.of("yy", "z")));

    assertThat(table.text(80)).isEqualTo("a   b\n😀   x\nyy  z\n");
  }
}
