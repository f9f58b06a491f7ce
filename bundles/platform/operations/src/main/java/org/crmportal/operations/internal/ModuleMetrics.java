package org.crmportal.operations.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crmportal.platform.metrics.Metric;
import org.crmportal.platform.metrics.Metric.Sample;
import org.crmportal.platform.metrics.MetricSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The state of each module, which version this is, and how much was bad enough for the log. */
@Component(service = MetricSource.class)
public final class ModuleMetrics implements MetricSource {

  private final Modules modules;
  private final LogCount log;
  private final String version;

  @Activate
  public ModuleMetrics(BundleContext context, @Reference Modules modules, @Reference LogCount log) {
    this.modules = modules;
    this.log = log;
    this.version = context.getBundle().getVersion().toString();
  }

  @Override
  public List<Metric> metrics() {
    var states = new ArrayList<Sample>();
    for (var module : modules.all()) {
      for (var state : Module.State.values()) {
        var labels = Map.of("module", module.name(), "state", word(state));
        states.add(new Sample(labels, module.state() == state ? 1 : 0));
      }
    }
    return List.of(
        new Metric(
            "crm_module_state",
            "1 for the state that a module is in, 0 for the others",
            Metric.Kind.GAUGE,
            states),
        new Metric(
            "crm_build_info",
            "Which version this is",
            Metric.Kind.GAUGE,
            List.of(
                new Sample(
                    Map.of("version", version, "java", System.getProperty("java.version", "")),
                    1))),
        new Metric(
            "crm_log_lines",
            "Lines of the log at a level that somebody should read",
            Metric.Kind.COUNTER,
            List.of(
                new Sample(Map.of("level", "error"), (double) log.errors()),
                new Sample(Map.of("level", "warn"), (double) log.warnings()))));
  }

  private static String word(Module.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
