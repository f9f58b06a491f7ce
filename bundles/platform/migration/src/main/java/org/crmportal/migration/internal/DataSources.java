package org.crmportal.migration.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The pooled data source once more for every folder that is ready, under the folder's name. */
final class DataSources implements Folders.Gate {

  private final BundleContext context;
  private final DataSource pooled;
  private final Map<String, ServiceRegistration<?>> registrations = new ConcurrentHashMap<>();

  DataSources(BundleContext context, DataSource pooled) {
    this.context = context;
    this.pooled = pooled;
  }

  @Override
  public void open(String folder) {
    if (registrations.containsKey(folder)) {
      // an update: who works with it goes on
      return;
    }
    var properties = FrameworkUtil.asDictionary(Map.of("osgi.jndi.service.name", "crm-" + folder));
    registrations.put(folder, context.registerService(DataSource.class, pooled, properties));
  }

  @Override
  public void close(String folder) {
    var registration = registrations.remove(folder);
    if (registration != null) {
      registration.unregister();
    }
  }

  void closeAll() {
    List.copyOf(registrations.keySet()).forEach(this::close);
  }
}
