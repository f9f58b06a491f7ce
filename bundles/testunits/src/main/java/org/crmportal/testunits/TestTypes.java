package org.crmportal.testunits;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.crmportal.persistence.internal.records.KnownTypes;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.RecordTypes;

/** The record services that a test starts and stops. */
public final class TestTypes implements RecordTypes, KnownTypes {

  private final Map<String, RecordService<?, ?>> running = new ConcurrentSkipListMap<>();
  private final Map<String, RecordType<?, ?>> known = new ConcurrentSkipListMap<>();

  /** Starts services. */
  public void start(RecordService<?, ?>... services) {
    for (var service : services) {
      known.put(service.type().name(), service.type());
      running.put(service.type().name(), service);
    }
  }

  /** Stops the service of a type. */
  public void stop(RecordType<?, ?> type) {
    running.remove(type.name());
  }

  @Override
  public Optional<RecordService<?, ?>> named(String name) {
    return Optional.ofNullable(running.get(name));
  }

  @Override
  public Optional<RecordService<?, ?>> at(String path) {
    return all().stream().filter(service -> service.type().path().equals(path)).findFirst();
  }

  @Override
  public Collection<RecordService<?, ?>> all() {
    return List.copyOf(running.values());
  }

  @Override
  public Optional<RecordType<?, ?>> known(String name) {
    return Optional.ofNullable(known.get(name));
  }

  @Override
  public List<RecordType<?, ?>> running() {
    return running.values().stream().<RecordType<?, ?>>map(RecordService::type).toList();
  }
}
