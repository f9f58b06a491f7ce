package org.crmportal.migration.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The bundle header that offers changelogs: {@code Crm-Changelog: auth;after=functions, leads;
 * after=auth;after=clients}. The files of {@code leads} are {@code db/leads/*.sql}.
 */
public final class ChangelogHeader {

  /** The header's name. */
  public static final String NAME = "Crm-Changelog";

  private static final Pattern FOLDER = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final String AFTER = "after=";

  private ChangelogHeader() {}

  /** Returns the folders in the header's order, each with those that it comes after. */
  public static Map<String, List<String>> parse(String header) {
    var folders = new LinkedHashMap<String, List<String>>();
    for (var clause : header.split(",", -1)) {
      var parts = clause.split(";", -1);
      var after = new ArrayList<String>();
      for (int i = 1; i < parts.length; i++) {
        after.add(predecessor(parts[i].trim()));
      }
      if (folders.put(name(parts[0].trim()), List.copyOf(after)) != null) {
        throw new IllegalArgumentException(NAME + " names " + parts[0].trim() + " twice");
      }
    }
    return folders;
  }

  private static String predecessor(String attribute) {
    if (!attribute.startsWith(AFTER)) {
      throw new IllegalArgumentException(NAME + " has an unknown attribute: " + attribute);
    }
    return name(attribute.substring(AFTER.length()).trim());
  }

  private static String name(String folder) {
    if (!FOLDER.matcher(folder).matches()) {
      throw new IllegalArgumentException(
          NAME
              + ": '"
              + folder
              + "' is no folder name (lower case letters, digits, _; 40 at most)");
    }
    return folder;
  }
}
