package org.crmportal.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.crmportal.platform.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {

  private static final String EMAIL = "ada.lovelace@example.org";

  @ParameterizedTest
  @CsvSource({
    "short, too_short",
    "aaaaaaaaaaaa, too_weak",
    "Password123, too_weak",
    "Ada.Lovelace@example.org, too_weak",
    "ADA.LOVELACE, too_weak"
  })
  void aBadPasswordIsRefused(String password, String code) {
    assertThat(PasswordPolicy.violations("password", password, EMAIL))
        .extracting(Violation::code)
        .containsExactly(code);
  }

  @Test
  void aPasswordHasAnEnd() {
    assertThat(PasswordPolicy.violations("password", "abcd".repeat(32), EMAIL)).isEmpty();
    assertThat(PasswordPolicy.violations("password", "abcd".repeat(33), EMAIL)).hasSize(1);
  }

  @Test
  void aSentenceIsAGoodPassword() {
    assertThat(PasswordPolicy.violations("password", "grün ist die Heide", EMAIL)).isEmpty();
  }

  @Test
  void aGeneratedPasswordIsGoodEnough() {
    var password = PasswordPolicy.generate(new SecureRandom());

    assertThat(PasswordPolicy.violations("password", password, EMAIL)).isEmpty();
    assertThat(password).isNotEqualTo(PasswordPolicy.generate(new SecureRandom()));
  }
}
