package org.crmportal.console.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.features.FeaturesService;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordTypes;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds records by the word that an operator has for them. */
@Component(service = KnownRecords.class)
public final class KnownRecords {

  private final BundleContext context;
  private final RecordTypes types;
  private final FeaturesService features;

  @Activate
  public KnownRecords(
      BundleContext context, @Reference RecordTypes types, @Reference FeaturesService features) {
    this.context = context;
    this.types = types;
    this.features = features;
  }

  /** Every word that works now, sorted. */
  List<String> words() {
    return types.all().stream().map(each -> each.type().table()).sorted().toList();
  }

  /** The fields of a type, and the parameters of a list, as the beginning of {@code name=value}. */
  List<String> fields(String word) {
    return find(word).stream()
        .flatMap(each -> each.type().columns().keySet().stream())
        .map(column -> column + "=")
        .toList();
  }

  /**
   * The service of a type.
   *
   * @throws CrmException {@code UNAVAILABLE} if its module is stopped, {@code BAD_REQUEST} if there
   *     are no such records or their module is not installed
   */
  RecordService<?, ?> get(String word) {
    return find(word).orElseThrow(() -> absent(word));
  }

  private Optional<RecordService<?, ?>> find(String word) {
    return types
        .at(word)
        .or(() -> types.named(word))
        .or(
            () ->
                types.all().stream().filter(each -> each.type().table().equals(word)).findFirst());
  }

  private CrmException absent(String word) {
    for (var bundle : context.getBundles()) {
      var paths = bundle.getHeaders("").get("Crm-Paths");
      if (paths != null && Arrays.asList(paths.split("\\s*,\\s*")).contains("/" + word)) {
        return CrmException.moduleDown(bundle.getHeaders("").get("Crm-Module"));
      }
    }
    var absent = new AbsentModules(features).words();
    var hint = absent.isEmpty() ? "" : "; not installed: " + String.join(", ", absent);
    return CrmException.badRequest(
        "There are no records " + word + ", only " + String.join(", ", words()) + hint);
  }
}
