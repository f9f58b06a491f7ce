package org.crmportal.operations.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crmportal.platform.health.Health;
import org.crmportal.platform.health.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Warns before the file system of the node's folder is full. */
@Component(service = HealthCheck.class)
public final class DiskHealth implements HealthCheck {

  private static final String PART = "disk";
  private static final long MEGABYTE = 1_000_000;
  private static final long LITTLE = 1_000 * MEGABYTE;

  private final Path folder;

  @Activate
  public DiskHealth(BundleContext context) {
    this.folder = Path.of(context.getProperty("karaf.base"));
  }

  @Override
  public List<Health> check() {
    try {
      var store = Files.getFileStore(folder);
      return List.of(of(store.getUsableSpace(), store.getTotalSpace()));
    } catch (IOException e) {
      return List.of(Health.degraded(PART, "cannot be asked how much room it has"));
    }
  }

  /** A small one may have little room and be fine with a tenth of it. */
  static Health of(long free, long size) {
    return free < Math.min(LITTLE, size / 10)
        ? Health.degraded(PART, free / MEGABYTE + " MB are left for the node's folder")
        : Health.up(PART);
  }
}
