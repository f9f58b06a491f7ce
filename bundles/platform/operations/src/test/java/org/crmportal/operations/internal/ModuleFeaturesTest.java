package org.crmportal.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModuleFeaturesTest {

  private final ModuleFeatures modules =
      new Installed()
          .feature("shell")
          .feature("crm-http")
          .feature("crm-platform", "crm-http", "scr")
          .feature("crm-auth", "crm-platform")
          .feature("crm-leads", "crm-auth")
          .feature("crm-quotes", "crm-leads", "crm-auth")
          .feature("crm-offers", "crm-quotes")
          .with("crm-http", "crm-platform", "crm-auth", "crm-leads", "crm-quotes")
          .modules();

  @Test
  void aModuleIsWhatStandsOnThePlatform() {
    assertThat(modules.all().keySet())
        .containsExactly("auth", "leads", "offers", "platform", "quotes");
  }

  @Test
  void aModuleComesWithAllThatItDependsOn() {
    assertThat(modules.closure("offers"))
        .containsExactly("auth", "leads", "offers", "platform", "quotes");
    assertThat(modules.closure("auth")).containsExactly("auth", "platform");
  }

  @Test
  void onlyInstalledModulesNeedOne() {
    assertThat(modules.neededBy("leads")).containsExactly("quotes");
    assertThat(modules.neededBy("quotes")).isEmpty();
  }

  @Test
  void whatEveryModuleStandsOnIsCompulsory() {
    assertThat(modules.installed()).filteredOn(ModuleFeatures::compulsory).hasSize(2);
  }
}
