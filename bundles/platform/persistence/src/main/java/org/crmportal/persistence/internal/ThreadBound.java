package org.crmportal.persistence.internal;

import java.util.Map;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes the data source {@code crm}, which takes part in the thread's transaction. */
@Component(
    service = {},
    immediate = true)
public final class ThreadBound {

  private final ServiceRegistration<DataSource> registration;

  @Activate
  public ThreadBound(
      BundleContext context,
      @Reference(target = "(osgi.jndi.service.name=crm-pool)") DataSource pool,
      @Reference TransactionsImpl transactions) {
    registration =
        context.registerService(
            DataSource.class,
            new ThreadBoundDataSource(pool, transactions),
            FrameworkUtil.asDictionary(Map.of("osgi.jndi.service.name", "crm")));
  }

  @Deactivate
  void close() {
    registration.unregister();
  }
}
