package org.crmportal.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @TempDir private Path etc;

  @Test
  void whatNobodySetsHasItsDefault() throws IOException {
    assertThat(Settings.read(Map.of(), etc).port(Setting.HTTP_PORT)).isEqualTo(8181);
  }

  @Test
  void theFileGoesBeforeTheDefault() throws IOException {
    write("http_port = 9000");
    assertThat(Settings.read(Map.of(), etc).port(Setting.HTTP_PORT)).isEqualTo(9000);
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() throws IOException {
    write("http_port = 9000");
    var settings = Settings.read(Map.of("CRM_HTTP_PORT", "9001"), etc);
    assertThat(settings.port(Setting.HTTP_PORT)).isEqualTo(9001);
  }

  @Test
  void anEmptyVariableIsAsGoodAsNone() throws IOException {
    write("bind = 0.0.0.0");
    assertThat(Settings.read(Map.of("CRM_BIND", ""), etc).text(Setting.BIND)).isEqualTo("0.0.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eight", "0", "-1", "65536", "80.5"})
  void whatIsNoPortIsRefusedByName(String port) throws IOException {
    var settings = Settings.read(Map.of("CRM_HTTP_PORT", port), etc);
    assertThatThrownBy(() -> settings.port(Setting.HTTP_PORT))
        .isInstanceOf(Refusal.class)
        .hasMessage("CRM_HTTP_PORT is %s: give a port from 1 to 65535".formatted(port));
  }

  @Test
  void whatIsNoAddressIsRefusedByName() throws IOException {
    var settings = Settings.read(Map.of("CRM_BIND", "999.1.1.1"), etc);
    assertThatThrownBy(() -> settings.address(Setting.BIND))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("CRM_BIND is 999.1.1.1");
  }

  @Test
  void everySettingIsInTheFileThatIsShipped() throws IOException {
    var shipped = Path.of("../karaf-assembly/src/main/karaf/assembly/etc").resolve(Settings.FILE);
    var text = Files.readString(shipped);
    for (var setting : Setting.values()) {
      assertThat(text).contains("#" + setting.key() + " =").contains(setting.variable());
    }
  }

  private void write(String line) throws IOException {
    Files.writeString(etc.resolve(Settings.FILE), line + "\n");
  }
}
