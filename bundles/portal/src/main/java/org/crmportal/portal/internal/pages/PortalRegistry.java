package org.crmportal.portal.internal.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.crmportal.platform.health.Health;
import org.crmportal.platform.health.HealthCheck;
import org.crmportal.platform.portal.PortalParts;
import org.crmportal.portal.internal.StaticFiles;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Knows what modules and extensions add to the portal now, and says what of it is not shown. */
@Component(
    immediate = true,
    service = {PortalRegistry.class, HealthCheck.class})
public final class PortalRegistry implements HealthCheck {

  private static final String PART = "portal";

  private final Texts common;
  private final ConcurrentSkipListMap<ServiceReference<?>, Source> sources =
      new ConcurrentSkipListMap<>(Collections.reverseOrder());
  private volatile Snapshot snapshot = Snapshot.of(List.of());

  @Activate
  public PortalRegistry(BundleContext context) {
    this.common = Texts.of(context.getBundle());
  }

  /** A module's parts have come. */
  @Reference(
      name = "parts",
      service = PortalParts.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void add(ServiceReference<PortalParts> reference, PortalParts service) {
    sources.put(reference, new Source(service, reference.getBundle(), common));
    publish();
  }

  /** A module's parts have gone. */
  public void remove(ServiceReference<PortalParts> reference) {
    sources.remove(reference);
    publish();
  }

  private synchronized void publish() {
    snapshot = Snapshot.of(new ArrayList<>(sources.values()));
  }

  Snapshot now() {
    return snapshot;
  }

  /** The files of the components of a running bundle that declared any. */
  public Optional<StaticFiles> files(String bundle) {
    return sources.values().stream()
        .filter(source -> source.bundle().equals(bundle))
        .flatMap(source -> Optional.ofNullable(source.files()).stream())
        .findFirst();
  }

  @Override
  public List<Health> check() {
    var faults = snapshot.faults();
    return faults.isEmpty()
        ? List.of(Health.up(PART))
        : faults.stream()
            .map(fault -> Health.degraded(PART + " " + fault.part(), fault.cause()))
            .toList();
  }
}
