package org.crmportal.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  /** A wire that breaks, a server that stops, a full disk, a statement or transaction too long. */
  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "53100", "57014", "25P03", "25P04", "40001"})
  void whatIsOverSoonIsUnavailable(String state) {
    var failure = Failures.of(new IllegalStateException(new SQLException("because", state)));

    assertThat(failure)
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
  }
}
