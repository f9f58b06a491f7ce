package org.crmportal.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle that nobody wants. */
final class Intruder {

  static final String NAME = "an-intruder";

  private Intruder() {}

  static void into(Path folder) throws IOException {
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", NAME);
    attributes.putValue("Bundle-Name", NAME);
    attributes.putValue("Bundle-Version", "1.0.0");
    try (var file = Files.newOutputStream(folder.resolve(NAME + ".jar"));
        var jar = new JarOutputStream(file, manifest)) {
      jar.finish();
    }
  }
}
