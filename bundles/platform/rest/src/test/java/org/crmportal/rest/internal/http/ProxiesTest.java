package org.crmportal.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

  private final Proxies proxies = new Proxies("10.0.0.5, 10.1.0.0/16 fd00::/8");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // nobody else is believed
        "203.0.113.7 | 198.51.100.1 | 203.0.113.7",
        "10.0.0.6 | 198.51.100.1 | 10.0.0.6",
        // the proxy's own word is the last one, whatever the caller wrote before it
        "10.0.0.5 | 198.51.100.1 | 198.51.100.1",
        "10.0.0.5 | 192.0.2.1, 198.51.100.1 | 198.51.100.1",
        "10.0.0.5 | 192.0.2.1, 198.51.100.1, 10.1.2.3 | 198.51.100.1",
        "10.1.255.255 | 198.51.100.1:4711 | 198.51.100.1",
        "fd00:0:0:0:0:0:0:1 | [2001:db8::1]:4711 | 2001:db8:0:0:0:0:0:1",
        // what is no address ends it
        "10.0.0.5 | unknown | 10.0.0.5",
        "10.0.0.5 | 192.0.2.1, example.org | 10.0.0.5",
        "10.0.0.5 | 999.1.1.1 | 10.0.0.5",
        "10.0.0.5 | '' | 10.0.0.5",
        "10.0.0.5 | 10.1.0.1 | 10.1.0.1"
      })
  void theCallerIsWhoCalledTheFirstKnownProxy(String peer, String said, String caller) {
    assertThat(proxies.caller(peer, said)).isEqualTo(caller);
  }

  @Test
  void withoutProxiesNobodyIsBelieved() {
    assertThat(new Proxies("").caller("127.0.0.1", "198.51.100.1")).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0", "10.0.0.0/x"})
  void whatIsNoAddressIsRefused(String text) {
    assertThatThrownBy(() -> new Proxies(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
