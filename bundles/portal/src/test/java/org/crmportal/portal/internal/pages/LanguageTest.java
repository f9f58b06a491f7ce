package org.crmportal.portal.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crmportal.platform.CrmException;
import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void theHeaderChooses() {
    assertThat(Texts.language(null, null)).isEqualTo("en");
    assertThat(Texts.language(null, "de-AT,de;q=0.9,en;q=0.5")).isEqualTo("de");
    assertThat(Texts.language(null, "fr,en;q=0.5,de;q=0.1")).isEqualTo("en");
    assertThat(Texts.language(null, "fr")).isEqualTo("en");
    assertThat(Texts.language(null, "%$&,;q=x")).isEqualTo("en");
  }

  @Test
  void theQueryGoesBeforeTheHeader() {
    assertThat(Texts.language("de", "en")).isEqualTo("de");
    assertThatThrownBy(() -> Texts.language("fr", "de")).isInstanceOf(CrmException.class);
  }

  @Test
  void aNameWithoutATextIsReadable() {
    assertThat(Texts.humanised("first_name")).isEqualTo("First name");
    assertThat(Texts.humanised("account_manager_id")).isEqualTo("Account manager");
    assertThat(Texts.humanised("id")).isEqualTo("Id");
  }
}
