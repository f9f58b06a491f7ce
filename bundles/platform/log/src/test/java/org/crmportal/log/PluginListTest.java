package org.crmportal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.processor.PluginCache;
import org.apache.logging.log4j.core.config.plugins.processor.PluginEntry;
import org.junit.jupiter.api.Test;

/** The log finds its parts by a list, which its own annotation processor would write. */
class PluginListTest {

  private static final Path LIST =
      Path.of(
          "src/main/resources/META-INF/org/apache/logging/log4j/core/config/plugins/Log4j2Plugins.dat");

  @Test
  void everyPartIsListed() throws IOException {
    var cache = new PluginCache();
    for (var type : List.of(CrmLayout.class, MaskPolicy.class)) {
      var plugin = type.getAnnotation(Plugin.class);
      var entry = new PluginEntry();
      entry.setKey(plugin.name().toLowerCase(Locale.ROOT));
      entry.setName(plugin.elementType());
      entry.setClassName(type.getName());
      entry.setPrintable(plugin.printObject());
      entry.setDefer(plugin.deferChildren());
      cache.getCategory(plugin.category().toLowerCase(Locale.ROOT)).put(entry.getKey(), entry);
    }
    var wanted = new ByteArrayOutputStream();
    cache.writeCache(wanted);
    Files.write(Path.of("target/Log4j2Plugins.dat"), wanted.toByteArray());

    assertThat(LIST).as("copy target/Log4j2Plugins.dat there").exists();
    assertThat(Files.readAllBytes(LIST)).isEqualTo(wanted.toByteArray());
  }
}
