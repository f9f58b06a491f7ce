package org.crmportal.rest.internal;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes services as they come and withdraws them as they go; one that fails harms no other. */
final class Publisher extends ServiceTracker<Object, Published> {

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final Pipeline pipeline;
  private final BiFunction<ServiceReference<Object>, Object, Published> describe;

  Publisher(
      BundleContext context,
      Filter filter,
      Pipeline pipeline,
      BiFunction<ServiceReference<Object>, Object, Published> describe) {
    super(context, filter, null);
    this.pipeline = pipeline;
    this.describe = describe;
  }

  @Override
  public @Nullable Published addingService(ServiceReference<Object> reference) {
    var service = context.getService(reference);
    if (service == null) {
      return null;
    }
    try {
      var published = describe.apply(reference, service);
      pipeline.publish(published);
      return published;
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{} of {} is not served", reference, reference.getBundle(), e);
      context.ungetService(reference);
      return null;
    }
  }

  @Override
  public void modifiedService(ServiceReference<Object> reference, Published published) {}

  @Override
  public void removedService(ServiceReference<Object> reference, Published published) {
    pipeline.withdraw(published);
    context.ungetService(reference);
  }
}
