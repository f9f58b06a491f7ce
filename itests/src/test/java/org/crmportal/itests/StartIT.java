package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartIT {

  private final CrmServer server = CrmServer.shared();

  @Test
  void aStartEndsWithTheAddress() {
    assertThat(server.output()).contains("CRM Portal is ready: " + server.address() + "/");
  }

  @Test
  void aReadyNodeSaysSo() {
    assertThat(server.api().get("/health/ready").status()).isEqualTo(200);
  }

  @Test
  void aGivenPasswordIsNotShown() {
    assertThat(server.output()).doesNotContain(CrmNode.ADMIN_PASSWORD);
  }

  @Test
  void theLogOfAStartHasNothingToWorryAbout() {
    // What comes later is what other tests do to the same server.
    var start = server.log().lines().takeWhile(line -> !line.contains("Ready at http")).toList();
    assertThat(start).isNotEmpty().noneMatch(line -> line.matches("\\S+ (WARN|ERROR) .*"));
  }
}
