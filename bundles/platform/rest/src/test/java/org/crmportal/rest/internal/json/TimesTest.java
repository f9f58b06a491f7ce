package org.crmportal.rest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points in time as text and back. */
class TimesTest {

  @Test
  void aTimeIsWrittenInUtcWithSixDecimals() {
    assertThat(Times.text(Instant.parse("2026-01-02T03:04:05Z")))
        .isEqualTo("2026-01-02T03:04:05.000000Z");
    assertThat(Times.text(Instant.parse("0001-12-31T23:59:59.000001999Z")))
        .isEqualTo("0001-12-31T23:59:59.000001Z");
  }

  @Test
  void anOffsetIsTurnedIntoUtcAndWhatIsFinerThanMicrosecondsIsCutOff() {
    assertThat(Times.instant("2026-11-22T10:43:00.123456789+02:00"))
        .isEqualTo(Instant.parse("2026-11-22T08:43:00.123456Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-01:00",
        "2026-11-22T10:43:00",
        "2026-02-30T00:00:00Z",
        ""
      })
  void aTimeThatIsNoneOrHasNoFourDigitYearInUtcIsRefused(String text) {
    assertThatThrownBy(() -> Times.instant(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void aDateHasAYearOfFourDigits() {
    assertThat(Times.date("0001-01-01")).isEqualTo(LocalDate.of(1, 1, 1));
    assertThatThrownBy(() -> Times.date("0000-12-31")).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> Times.date("+10000-01-01")).isInstanceOf(DateTimeException.class);
  }
}
