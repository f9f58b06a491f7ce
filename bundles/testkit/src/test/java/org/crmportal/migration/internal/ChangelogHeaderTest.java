package org.crmportal.migration.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogHeaderTest {

  @Test
  void aHeaderNamesFoldersAndWhatTheyComeAfter() {
    var folders = ChangelogHeader.parse("auth, leads; after=auth; after=clients ,x_1");

    assertThat(folders.keySet()).containsExactly("auth", "leads", "x_1");
    assertThat(folders).containsEntry("leads", List.of("auth", "clients"));
    assertThat(folders).containsEntry("auth", List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "leads,",
        "leads,leads",
        "Leads",
        "1leads",
        "leads; DROP TABLE leads",
        "leads;before=auth",
        "leads;after=",
        "leads;after=a-b"
      })
  void aHeaderThatIsWrongIsRefused(String header) {
    assertThatThrownBy(() -> ChangelogHeader.parse(header))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Crm-Changelog");
  }
}
