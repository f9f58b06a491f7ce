package org.crmportal.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever our modules show in the portal has its own text, in every language. */
class PortalTextsIT {

  private static final String FILE = "OSGI-INF/l10n/portal";

  private final CrmServer server = CrmServer.shared();

  @ParameterizedTest
  @ValueSource(strings = {"", "_de"})
  void nothingIsShownByItsNameOnly(String language) {
    var texts = texts(language);
    var missing = new TreeSet<String>();
    for (var key : keys(server.admin().get("/portal").json())) {
      boolean common = texts.contains("column." + key.substring(key.indexOf('.') + 1));
      if (!texts.contains(key) && !common) {
        missing.add(key);
      }
    }

    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth", "clients", "jobs", "journal", "leads", "operations", "portal"})
  void aStoppedModuleHasAName(String module) {
    for (var language : List.of("", "_de")) {
      var found = new HashSet<String>();
      modules().stream()
          .filter(jar -> jar.getFileName().toString().matches("crm-" + module + "(-web)?-\\d.*"))
          .forEach(jar -> read(jar, language, found));
      assertThat(found).as(module + language).contains("module");
    }
  }

  @Test
  void everySettingSaysInBothLanguagesWhatItIs() throws IOException {
    var script = script("operations");
    var missing = new TreeSet<String>();
    for (var setting : server.admin().get("/configuration").json().get("items")) {
      var pid = setting.get("pid").asText();
      var about = "about." + pid;
      if (!script.contains("\"pid." + pid + "\"")) {
        missing.add("pid." + pid);
      }
      // Of the log's many keys none has a text of its own.
      if (!script.contains("\"" + about + "\"")
          && !script.contains("\"" + about + "/" + setting.get("key").asText() + "\"")) {
        missing.add(about + "/" + setting.get("key").asText());
      }
    }

    assertThat(missing).isEmpty();
  }

  private static String script(String module) throws IOException {
    var bundle =
        modules().stream()
            .filter(jar -> jar.getFileName().toString().matches("crm-" + module + "-\\d.*"))
            .findFirst()
            .orElseThrow();
    try (var jar = new JarFile(bundle.toFile())) {
      var entry = jar.getEntry("portal/index.js");
      return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Set<String> keys(JsonNode portal) {
    var keys = new TreeSet<String>();
    for (var page : portal.get("pages")) {
      var name = page.get("name").asText();
      keys.addAll(List.of(name, name + ".plural"));
      for (var column : page.get("columns")) {
        var key = name + "." + column.get("name").asText();
        keys.add(key);
        column.get("values").forEach(value -> keys.add(key + "." + value.get("value").asText()));
      }
      add(keys, name + ".section.", page.get("form"), "name");
      add(keys, name + ".related.", page.get("related"), "page");
      add(keys, name + ".action.", page.get("actions"), "name");
      for (var action : page.get("actions")) {
        if (!action.get("confirm").isNull()) {
          keys.add(name + ".action." + action.get("name").asText() + ".confirm");
        }
      }
    }
    add(keys, "menu.", portal.get("menus"), "name");
    add(keys, "card.", portal.get("cards"), "name");
    add(keys, "component.", portal.get("components"), "element");
    return keys;
  }

  private static void add(Set<String> keys, String prefix, JsonNode list, String field) {
    list.forEach(each -> keys.add(prefix + each.get(field).asText()));
  }

  private static Set<String> texts(String language) {
    var found = new HashSet<String>();
    modules().forEach(jar -> read(jar, language, found));
    return found;
  }

  private static List<Path> modules() {
    try (var files = Files.walk(CrmServer.home().resolve("system/org/crmportal"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Path bundle, String language, Set<String> found) {
    try (var jar = new JarFile(bundle.toFile())) {
      var entry = jar.getEntry(FILE + language + ".properties");
      if (entry != null) {
        var properties = new Properties();
        properties.load(new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8));
        found.addAll(properties.stringPropertyNames());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
