package org.crmportal.operations.internal;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Waits until modules serve what they say they serve. */
@Component(service = ModuleWait.class)
public final class ModuleWait {

  private static final long LIMIT = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

  private final Modules modules;
  private final HttpHealth http;

  @Activate
  public ModuleWait(@Reference Modules modules, @Reference HttpHealth http) {
    this.modules = modules;
    this.http = http;
  }

  String node() {
    return http.address().node();
  }

  /** Returns when they serve, or after a minute. */
  void until(Collection<String> words) {
    var end = System.nanoTime() + LIMIT;
    try {
      while (!waiting(words).isEmpty() && System.nanoTime() < end) {
        TimeUnit.NANOSECONDS.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What keeps modules from serving. */
  List<String> waiting(Collection<String> words) {
    return modules.all().stream()
        .filter(module -> words.contains(module.name()))
        .flatMap(module -> missing(module).stream())
        .toList();
  }

  private List<String> missing(Module module) {
    if (module.state() != Module.State.RUNNING) {
      return module.missing().isEmpty()
          ? List.of(module.name() + " does not run")
          : module.missing();
    }
    return module.paths().stream()
        .filter(path -> !path.contains("{") && !http.address().serves("api/v1" + path))
        .map(path -> "nothing serves " + path + " yet")
        .toList();
  }
}
