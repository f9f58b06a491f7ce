package org.crmportal.rest.internal;

import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.servlet.Servlet;
import org.crmportal.platform.Authenticator;
import org.crmportal.platform.Callers;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.job.CsvImports;
import org.crmportal.platform.metrics.MetricSource;
import org.crmportal.platform.metrics.RequestObserver;
import org.crmportal.platform.module.ModuleService;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordTypes;
import org.crmportal.platform.record.Records;
import org.crmportal.rest.internal.http.Call;
import org.crmportal.rest.internal.http.Proxies;
import org.crmportal.rest.internal.json.Json;
import org.crmportal.rest.internal.records.RecordResource;
import org.crmportal.rest.internal.records.Surroundings;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.http.context.ServletContextHelper;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Serves every service with {@code osgi.jaxrs.resource=true}, and the generic resource of every
 * record service, for as long as it is there.
 */
@Component(
    service = {},
    immediate = true)
public final class Whiteboard {

  private static final String CONTEXT = "crm-rest";

  private final BundleContext context;
  private final Surroundings around;
  private final Pipeline pipeline;
  private final ServiceTracker<Authenticator, Authenticator> authenticators;
  private final ServiceTracker<CsvImports, CsvImports> imports;
  private final ServiceTracker<ModuleService, ModuleService> choices;
  private final ServiceTracker<ServiceComponentRuntime, ServiceComponentRuntime> components;
  private final ServiceTracker<RequestObserver, RequestObserver> observers;
  private final ServiceTracker<Object, Published> resources;
  private final ServiceTracker<Object, Published> services;
  private final Purge purge;
  private final ServiceRegistration<?> metrics;
  private final ServiceRegistration<?> helper;
  private final ServiceRegistration<?> servlet;

  @Activate
  public Whiteboard(
      BundleContext context,
      @Reference Callers callers,
      @Reference Transactions transactions,
      @Reference Records records,
      @Reference RecordTypes types,
      @Reference Limits limits)
      throws InvalidSyntaxException {
    this.context = context;
    this.authenticators = new ServiceTracker<>(context, Authenticator.class, null);
    this.imports = new ServiceTracker<>(context, CsvImports.class, null);
    this.choices = new ServiceTracker<>(context, ModuleService.class, null);
    this.components = new ServiceTracker<>(context, ServiceComponentRuntime.class, null);
    this.observers = new ServiceTracker<>(context, RequestObserver.class, null);
    var watch = new Watch(observers::getService, limits);
    var json = new Json();
    this.pipeline =
        new Pipeline(
            json,
            callers,
            transactions,
            authenticators::getService,
            this::stoppedModule,
            this::absentModule,
            new Pipeline.Entrance(
                new Proxies(Objects.requireNonNullElse(context.getProperty("crm.proxies"), "")),
                limits,
                watch,
                Pace.of(context.getProperty("crm.body_seconds"))));
    this.around =
        new Surroundings(
            json,
            records,
            transactions,
            callers,
            name -> types.named(name).orElse(null),
            imports::getService,
            pipeline.endpoints()::route);
    authenticators.open();
    imports.open();
    choices.open();
    components.open();
    observers.open();
    this.resources = tracker("(osgi.jaxrs.resource=true)");
    this.services =
        tracker("(" + Constants.OBJECTCLASS + "=" + RecordService.class.getName() + ")");
    services.open();
    resources.open();
    this.purge = new Purge(pipeline.idempotency());
    this.metrics = context.registerService(MetricSource.class, watch, null);
    this.helper = registerContext();
    this.servlet = registerServlet();
  }

  @Deactivate
  void stop() {
    servlet.unregister();
    helper.unregister();
    metrics.unregister();
    purge.close();
    resources.close();
    services.close();
    imports.close();
    choices.close();
    components.close();
    observers.close();
    authenticators.close();
    pipeline.close();
  }

  private @Nullable String stoppedModule(Call call) {
    BooleanSupplier changed = () -> pipeline.endpoints().changes(call.segment()) != call.routing();
    return new Claims(context, pipeline.endpoints()::all, components::getService)
        .stopped(call.path(), changed);
  }

  private @Nullable String absentModule(Call call) {
    var service = choices.getService();
    return service == null ? null : service.absent("/" + call.segment()).orElse(null);
  }

  private ServiceTracker<Object, Published> tracker(String filter) throws InvalidSyntaxException {
    return new Publisher(context, context.createFilter(filter), pipeline, this::published);
  }

  private Published published(ServiceReference<Object> reference, Object service) {
    long bundle = reference.getBundle().getBundleId();
    if (service instanceof RecordService<?, ?> records
        && !"true".equals(String.valueOf(reference.getProperty("osgi.jaxrs.resource")))) {
      return new Published(
          records.type().path(), new RecordResource<>(records, around), records.type(), bundle);
    }
    return Published.resource(service, bundle);
  }

  private ServiceRegistration<?> registerContext() {
    return context.registerService(
        ServletContextHelper.class,
        new ServletContextHelper(context.getBundle()) {},
        FrameworkUtil.asDictionary(
            Map.of(
                "osgi.http.whiteboard.context.name",
                CONTEXT,
                "osgi.http.whiteboard.context.path",
                "/api/v1")));
  }

  private ServiceRegistration<?> registerServlet() {
    return context.registerService(
        Servlet.class,
        pipeline.servlet(),
        FrameworkUtil.asDictionary(
            Map.of(
                "osgi.http.whiteboard.context.select",
                "(osgi.http.whiteboard.context.name=" + CONTEXT + ")",
                "osgi.http.whiteboard.servlet.asyncSupported",
                true,
                "osgi.http.whiteboard.servlet.pattern",
                "/*",
                "osgi.http.whiteboard.servlet.name",
                CONTEXT)));
  }
}
