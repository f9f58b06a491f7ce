package org.crmportal.rest.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.ws.rs.ClientErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=\"UTF-8\"; a=b",
        "text/csv;charset=us-ascii"
      })
  void utf8IsTaken(String contentType) {
    assertThatCode(() -> Charsets.check(contentType)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;charset=utf-16",
        "application/json;charset=\"",
        "application/json;charset=",
        "application/json; Charset=nonsense"
      })
  void anotherIsRefused(String contentType) {
    assertThatThrownBy(() -> Charsets.check(contentType)).isInstanceOf(ClientErrorException.class);
  }

  @Test
  void noneIsUtf8() {
    assertThatCode(() -> Charsets.check(null)).doesNotThrowAnyException();
  }
}
