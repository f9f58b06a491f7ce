package org.crmportal.persistence.internal.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordTypes;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tracks the record services as modules start and stop. It takes hold of a service only once it is
 * active itself, because most of them need records, and records need the types.
 */
@Component(
    immediate = true,
    service = {RecordTypes.class, KnownTypes.class})
public final class RecordTypesImpl implements RecordTypes, KnownTypes {

  private static final Logger LOG = LoggerFactory.getLogger(RecordTypesImpl.class);

  private final Map<ServiceReference<?>, Boolean> waiting = new ConcurrentHashMap<>();
  // In the order of the services' ranking, so that the best of two of one type is put last.
  private final Map<ServiceReference<?>, RecordService<?, ?>> taken = new ConcurrentSkipListMap<>();
  // Children of a stopped module's records are still in the scope of whoever owns the parent.
  private final Map<String, RecordType<?, ?>> known = new ConcurrentHashMap<>();
  private volatile SortedMap<String, RecordService<?, ?>> running = new TreeMap<>();
  private volatile @Nullable BundleContext context;

  @Activate
  void activate(BundleContext bundle) {
    context = bundle;
  }

  @Reference(
      service = RecordService.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addService(ServiceReference<?> reference) {
    waiting.put(reference, true);
    take();
  }

  void removeService(ServiceReference<?> reference) {
    waiting.remove(reference);
    taken.remove(reference);
    publish();
  }

  private void take() {
    var bundle = context;
    if (bundle == null) {
      return;
    }
    for (var reference : List.copyOf(waiting.keySet())) {
      try {
        if (bundle.getService(reference) instanceof RecordService<?, ?> service) {
          take(reference, service);
        }
      } catch (RuntimeException | LinkageError e) {
        waiting.remove(reference);
        LOG.error("the record service of {} is left out", reference.getBundle(), e);
      }
    }
  }

  private void take(ServiceReference<?> reference, RecordService<?, ?> service) {
    var type = service.type();
    if (waiting.remove(reference) != null) {
      known.put(type.name(), type);
      taken.put(reference, service);
      publish();
    }
  }

  private synchronized void publish() {
    var services = new TreeMap<String, RecordService<?, ?>>();
    taken.values().forEach(service -> services.put(service.type().name(), service));
    running = services;
  }

  private SortedMap<String, RecordService<?, ?>> now() {
    if (!waiting.isEmpty()) {
      take();
    }
    return running;
  }

  @Override
  public Optional<RecordService<?, ?>> named(String name) {
    return Optional.ofNullable(now().get(name));
  }

  @Override
  public Optional<RecordService<?, ?>> at(String path) {
    return all().stream().filter(service -> service.type().path().equals(path)).findFirst();
  }

  @Override
  public Collection<RecordService<?, ?>> all() {
    return List.copyOf(now().values());
  }

  @Override
  public Optional<RecordType<?, ?>> known(String name) {
    now();
    return Optional.ofNullable(known.get(name));
  }

  @Override
  public List<RecordType<?, ?>> running() {
    return now().values().stream().<RecordType<?, ?>>map(RecordService::type).toList();
  }
}
