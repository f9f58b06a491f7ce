package org.crmportal.portal.internal;

import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * The files below a folder of a bundle. What is not listed here is not served, whatever is asked.
 */
public final class StaticFiles {

  private final Map<String, StaticFile> files = new TreeMap<>();

  private StaticFiles() {}

  /** The files below a folder of a bundle. */
  public static StaticFiles of(Bundle bundle, String folder) {
    var found = bundle.findEntries("/" + folder, "*", true);
    var urls = found == null ? List.<URL>of() : Collections.list(found);
    var all = new TreeMap<String, URL>();
    for (var url : urls) {
      var path = url.getPath();
      if (!path.endsWith("/")) {
        all.put(path.substring(path.indexOf("/" + folder + "/") + folder.length() + 2), url);
      }
    }
    return of(all);
  }

  static StaticFiles of(Map<String, URL> urls) {
    var result = new StaticFiles();
    var forms = new ArrayList<Map.Entry<String, URL>>();
    for (var each : urls.entrySet()) {
      if (form(each.getKey()) == Encoding.NONE) {
        result.files.put(each.getKey(), new StaticFile(each.getKey(), each.getValue()));
      } else {
        forms.add(each);
      }
    }
    for (var each : forms) {
      var encoding = form(each.getKey());
      var plain = each.getKey().substring(0, each.getKey().length() - encoding.ending().length());
      var file = result.files.get(plain);
      if (file != null) {
        file.compressed(encoding, each.getValue());
      }
    }
    return result;
  }

  /** The file of a path relative to the folder, or null. */
  public @Nullable StaticFile at(String path) {
    return files.get(path);
  }

  private static Encoding form(String path) {
    for (var encoding : Encoding.values()) {
      if (path.endsWith(encoding.ending())) {
        return encoding;
      }
    }
    return Encoding.NONE;
  }
}
