package org.crmportal.portal.internal.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crmportal.platform.portal.PortalPart;
import org.crmportal.platform.portal.PortalParts;
import org.crmportal.platform.portal.RecordPage;
import org.crmportal.platform.portal.WebComponent;
import org.crmportal.portal.internal.StaticFile;
import org.crmportal.portal.internal.StaticFiles;
import org.crmportal.portal.internal.pages.Snapshot.Fault;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one service adds to the portal, with the texts and files of its bundle. */
final class Source {

  private static final Logger LOG = LoggerFactory.getLogger(Source.class);

  private final String bundle;
  private final String module;
  private final Map<String, Wording> wordings = new HashMap<>();
  private final List<PortalPart> parts = new ArrayList<>();
  private final List<DescribedPage> pages = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final @Nullable StaticFiles files;

  /**
   * Asks a service what it adds; what is wrong with that is kept, not thrown.
   *
   * @param common the texts of what all records have
   */
  Source(PortalParts service, Bundle bundle, Texts common) {
    this.bundle = bundle.getSymbolicName();
    this.module = Objects.requireNonNullElse(bundle.getHeaders("").get("Crm-Module"), this.bundle);
    var texts = Texts.of(bundle);
    Texts.LANGUAGES.forEach(
        language -> wordings.put(language, new Wording(language, texts, common)));
    try {
      parts.addAll(service.parts());
    } catch (RuntimeException | LinkageError e) {
      fault("parts of " + this.bundle, "they cannot be described: " + e, e);
    }
    parts.forEach(this::take);
    this.files =
        parts.stream().anyMatch(WebComponent.class::isInstance)
            ? StaticFiles.of(bundle, "portal")
            : null;
  }

  private void take(PortalPart part) {
    if (part instanceof RecordPage page) {
      try {
        var wrong = PageChecks.of(page);
        if (wrong.isEmpty()) {
          pages.add(new DescribedPage(page, wordings));
        } else {
          fault("page " + page.name(), String.join("; ", wrong), null);
        }
      } catch (RuntimeException | LinkageError e) {
        fault("page " + page.name(), "it cannot be described: " + e, e);
      }
    }
  }

  private void fault(String part, String cause, @Nullable Throwable thrown) {
    LOG.warn("The portal does not show the {} ({}): {}", part, bundle, cause, thrown);
    faults.add(new Fault(part, cause));
  }

  /** The symbolic name of the bundle. */
  String bundle() {
    return bundle;
  }

  /** The word of the module that the bundle is, or else the bundle's name. */
  String module() {
    return module;
  }

  List<PortalPart> parts() {
    return parts;
  }

  List<DescribedPage> pages() {
    return pages;
  }

  List<Fault> faults() {
    return faults;
  }

  Wording texts(String language) {
    return Objects.requireNonNull(wordings.get(language));
  }

  /** The files of its components, or null if it has none. */
  @Nullable StaticFiles files() {
    return files;
  }

  /** The version of a file of its components, or null if there is no such file. */
  @Nullable String version(String file) {
    StaticFile found = files == null ? null : files.at(file);
    return found == null ? null : found.version();
  }
}
