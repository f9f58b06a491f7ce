package org.crmportal.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A distribution in miniature, and a folder that is started from it. */
class NodeTest {

  private static final String FEATURES = "org.apache.karaf.features.cfg";

  @TempDir private Path temporary;
  private Path home;

  @BeforeEach
  void build() throws IOException {
    home = temporary.resolve("home");
    for (var part : new String[] {"etc", "lib", "system"}) {
      Files.createDirectories(home.resolve(part));
    }
    var boot = "featuresBoot = shell/4.4.10, crm-platform/1.0.0, crm-auth/1.0.0, crm-leads/1.0.0\n";
    Files.writeString(home.resolve("etc").resolve(FEATURES), boot);
    Files.writeString(home.resolve("etc/startup.properties"), "one\n");
    Files.writeString(home.resolve("etc/org.crmportal.cfg"), "#bind =\n");
  }

  @Test
  void aFirstStartMakesTheFolder() throws IOException {
    var node = start("data", "");
    assertThat(node.resolve("etc/startup.properties")).hasContent("one");
    assertThat(node.resolve("log")).isDirectory();
  }

  @Test
  void allModulesAreChosenIfNothingIsSaid() throws IOException {
    var node = start("data", "");
    assertThat(node.resolve("modules")).hasContent("auth,leads");
    assertThat(node.resolve("etc").resolve(FEATURES)).content().contains("crm-leads");
  }

  @Test
  void onlyTheChosenModulesAreInstalled() throws IOException {
    var node = start("data", "auth");
    assertThat(node.resolve("etc").resolve(FEATURES))
        .content()
        .contains("shell/4.4.10,crm-platform/1.0.0,crm-auth/1.0.0")
        .doesNotContain("crm-leads");
  }

  @Test
  void anUnknownModuleIsRefusedWithThoseThatExist() {
    assertThatThrownBy(() -> start("data", "auth,leds"))
        .isInstanceOf(Refusal.class)
        .hasMessage("CRM_MODULES names leds, which is no module: choose from auth,leads");
  }

  @Test
  void aFolderIsWatchedForBundlesOnlyIfItIsNamed() throws IOException {
    var etc = start("data", "").resolve("etc");
    var file = etc.resolve("org.apache.felix.fileinstall-deploy.cfg");
    deployFrom(etc, home.toString());
    assertThat(file).content().contains("felix.fileinstall.dir=" + home);
    deployFrom(etc, "");
    assertThat(file).doesNotExist();
    assertThatThrownBy(() -> deployFrom(etc, "no/such/folder"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("CRM_DEPLOY is ");
  }

  private void deployFrom(Path etc, String watched) throws IOException {
    try (var node = Node.open(home, etc.getParent().toString())) {
      node.deployFrom(watched);
    }
  }

  @Test
  void aLaterStartOfTheSameBuildChangesNothing() throws IOException {
    var node = start("data", "");
    Files.writeString(node.resolve("etc/startup.properties"), "touched\n");
    Files.createDirectories(node.resolve("container/cache"));
    restart(node, "auth");
    assertThat(node.resolve("etc/startup.properties")).hasContent("touched");
    assertThat(node.resolve("container/cache")).exists();
    assertThat(node.resolve("modules")).hasContent("auth,leads");
  }

  @Test
  void aNewBuildKeepsSettingsAndDataAndDropsWhatWasCached() throws IOException {
    var node = start("data", "auth");
    Files.writeString(node.resolve("etc/org.crmportal.cfg"), "bind = 0.0.0.0\n");
    Files.createDirectories(node.resolve("container/cache"));
    Files.createDirectories(node.resolve("postgresql/data"));
    Files.writeString(home.resolve("etc/startup.properties"), "another\n");
    restart(node, "");
    assertThat(node.resolve("etc/org.crmportal.cfg")).hasContent("bind = 0.0.0.0");
    assertThat(node.resolve("etc/startup.properties")).hasContent("another");
    assertThat(node.resolve("container/cache")).doesNotExist();
    assertThat(node.resolve("postgresql/data")).exists();
    assertThat(node.resolve("etc").resolve(FEATURES)).content().doesNotContain("crm-leads");
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws IOException {
    var file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> Node.open(home, file.toString()))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("CRM_DATA is " + file);
  }

  private Path start(String name, String modules) throws IOException {
    var folder = temporary.resolve(name);
    try (var node = Node.open(home, folder.toString())) {
      node.prepare(modules);
    }
    return folder;
  }

  private void restart(Path folder, String modules) throws IOException {
    start(folder.getFileName().toString(), modules);
  }
}
