package org.crmportal.portal.internal.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.crmportal.portal.internal.pages.PortalDescription.Stopped;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The modules that are installed and do not run, by the headers of their bundles. */
final class StoppedModules {

  private final BundleContext context;
  private final Texts common;

  StoppedModules(BundleContext context) {
    this.context = context;
    this.common = Texts.of(context.getBundle());
  }

  List<Stopped> in(String language) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
        .filter(bundle -> header(bundle, "Crm-Module") != null && !paths(bundle).isEmpty())
        .map(bundle -> stopped(bundle, language))
        .sorted(Comparator.comparing(Stopped::module))
        .toList();
  }

  private Stopped stopped(Bundle bundle, String language) {
    var word = String.valueOf(header(bundle, "Crm-Module"));
    var texts = new Wording(language, Texts.of(bundle), common);
    return new Stopped(word, texts.text("module", word), paths(bundle));
  }

  private static List<String> paths(Bundle bundle) {
    var header = header(bundle, "Crm-Paths");
    return header == null ? List.of() : Arrays.asList(header.strip().split("\\s*,\\s*", -1));
  }

  private static @Nullable String header(Bundle bundle, String name) {
    return bundle.getHeaders("").get(name);
  }
}
