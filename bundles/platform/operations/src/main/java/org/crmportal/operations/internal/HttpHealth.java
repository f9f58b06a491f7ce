package org.crmportal.operations.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.crmportal.platform.health.Health;
import org.crmportal.platform.health.HealthCheck;
import org.crmportal.platform.health.ThisNode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether what the running modules say they serve is answered over HTTP. This is asked while the
 * server starts; later a module that comes or goes is no reason to take the others out of service.
 */
@Component(
    service = {HealthCheck.class, ThisNode.class, HttpHealth.class},
    configurationPid = "org.crmportal.operations")
public final class HttpHealth implements HealthCheck, ThisNode {

  private static final String PART = "http";

  private final Modules modules;
  private final Startup startup;
  private final Address address;
  private final Set<String> served = ConcurrentHashMap.newKeySet();

  /** The keys of {@code org.crmportal.operations.cfg}; there a dot stands for the low line. */
  @interface Config {
    String bind() default "127.0.0.1";

    int http_port() default 8181;
  }

  @Activate
  public HttpHealth(@Reference Modules modules, @Reference Startup startup, Config config)
      throws IOException {
    this.modules = modules;
    this.startup = startup;
    address = Address.of(config.bind(), config.http_port());
  }

  Address address() {
    return address;
  }

  @Override
  public String name() {
    return address.node();
  }

  @Override
  public List<Health> check() {
    return List.of(
        (startup.over() ? Optional.<String>empty() : obstacle())
            .map(cause -> Health.down(PART, cause))
            .orElse(Health.up(PART)));
  }

  private Optional<String> obstacle() {
    if (!serves("health/live")) {
      return Optional.of("nothing answers yet");
    }
    return modules.all().stream()
        .filter(module -> module.state() == Module.State.RUNNING)
        .flatMap(module -> module.paths().stream())
        .filter(path -> !path.contains("{"))
        .filter(path -> !serves("api/v1" + path))
        .map(path -> "nothing serves " + path + " yet")
        .findFirst();
  }

  /** What was served once is not asked for again. */
  private boolean serves(String path) {
    return served.contains(path) || (address.serves(path) && served.add(path));
  }
}
