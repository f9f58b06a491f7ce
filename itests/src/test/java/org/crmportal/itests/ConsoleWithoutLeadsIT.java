package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A node that has not every module, and one whose migrations go back and forth. */
class ConsoleWithoutLeadsIT {

  @Test
  void whatIsNotInstalledSaysSo() {
    try (var server = CrmNode.fresh().with("CRM_MODULES", "auth,clients").start()) {
      var console = Console.of(server);

      var convert = console.run("crm:lead-convert 1 --yes");
      assertThat(convert.status()).isEqualTo(1);
      assertThat(convert.err()).contains("needs the module leads, which is not installed");
      assertThat(console.run("crm:list leads").err()).contains("not installed: leads");
      console.run("crm:list clients").well();
      changesGoBackAndForth(server, console);
    }
  }

  private static void changesGoBackAndForth(CrmServer server, Console console) {
    var rollback = "crm:db-rollback reporting";
    assertThat(console.run(rollback).err()).contains("--yes");
    assertThat(console.run(rollback + " --dry-run").well().out()).startsWith("would take back");
    console.run(rollback + " --yes").well();
    assertThat(console.run("crm:db-status").out()).contains("rolled_back");
    var audit = server.admin().get("/audit-logs?limit=1&action=rolled_back").json();
    assertThat(audit.at("/items/0/actor_name").asText()).startsWith("console:");
    assertThat(console.run("crm:verify").status()).isEqualTo(1);
    console.run("crm:db-migrate reporting").well();
    console.run("crm:verify").well();
    assertThat(console.run(rollback + " none").err()).contains("must be a number");
    assertThat(console.run("crm:db-rollback nothing --yes").err()).contains("no folder nothing");
  }
}
