package org.crmportal.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.crmportal.platform.Violation;
import org.crmportal.platform.job.JobRun.Failure;
import org.junit.jupiter.api.Test;

class FailedRowsTest {

  @Test
  void eachReasonHasRowColumnAndWords() {
    var email = new Violation("email", "email", "must be an e-mail address");
    var other = new Violation("", "duplicate", "looks like another lead");

    assertThat(
            FailedRows.lines(
                List.of(new Failure(3, List.of(email), null), new Failure(7, List.of(other), null)),
                Map.of("email", "Mail"),
                14))
        .containsExactly(
            "  row 3, Mail (email): must be an e-mail address",
            "  row 7: looks like another lead",
            "  and 12 more rows");
  }
}
