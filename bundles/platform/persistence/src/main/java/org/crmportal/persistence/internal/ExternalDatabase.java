package org.crmportal.persistence.internal;

import org.crmportal.platform.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Says where the operator's own PostgreSQL is, if one is configured. */
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.crmportal.database")
public final class ExternalDatabase {

  private final @Nullable ServiceRegistration<?> registration;

  /** The keys of {@code org.crmportal.database.cfg}. */
  @interface Config {
    String url() default "";

    String pooler_url() default "";

    String user() default "";

    String password() default "";
  }

  private record Address(String url, String poolerUrl, String user, String password)
      implements DatabaseAddress {

    @Override
    public String toString() {
      return url;
    }
  }

  @Activate
  public ExternalDatabase(BundleContext context, Config config) {
    registration =
        config.url().isBlank()
            ? null
            : context.registerService(DatabaseAddress.class, address(config), null);
  }

  private static Address address(Config config) {
    var pooler = config.pooler_url().isBlank() ? config.url() : config.pooler_url();
    return new Address(config.url(), pooler, config.user(), config.password());
  }

  @Deactivate
  void stop() {
    if (registration != null) {
      registration.unregister();
    }
  }
}
