package org.crmportal.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {

  @ParameterizedTest
  @ValueSource(ints = {17, 21})
  void theSupportedJavaVersionsRunIt(int version) {
    assertThatCode(() -> Preflight.checkJava(version)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 16, 22, 25})
  void otherJavaVersionsAreRefused(int version) {
    assertThatThrownBy(() -> Preflight.checkJava(version))
        .isInstanceOf(Refusal.class)
        .hasMessage("Java %d does not run it: set JAVA_HOME to a JDK 17 or 21".formatted(version));
  }
}
