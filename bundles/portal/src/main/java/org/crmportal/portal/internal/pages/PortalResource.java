package org.crmportal.portal.internal.pages;

import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.crmportal.platform.Callers;
import org.crmportal.platform.record.RecordTypes;
import org.crmportal.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Describes the portal to its web page: only what runs, and what the caller may use. */
@Component(service = PortalResource.class, property = "osgi.jaxrs.resource=true")
@Path("/portal")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalResource {

  private final PortalRegistry registry;
  private final Callers callers;
  private final RecordTypes types;
  private final Settings settings;
  private final StoppedModules stopped;

  @Activate
  public PortalResource(
      BundleContext context,
      @Reference PortalRegistry registry,
      @Reference Callers callers,
      @Reference RecordTypes types,
      @Reference Settings settings) {
    this.registry = registry;
    this.callers = callers;
    this.types = types;
    this.settings = settings;
    this.stopped = new StoppedModules(context);
  }

  /** The pages, cards and components that run, in the language that is asked for. */
  @GET
  @RequiresAuthentication
  public PortalDescription describe(
      @QueryParam("language") @Nullable String language,
      @HeaderParam("Accept-Language") @Nullable String accepted) {
    var spoken = Texts.language(language, accepted);
    var composer =
        new Composer(
            registry.now(),
            spoken,
            new Rights(callers.current()),
            type -> types.named(type.name()).isPresent());
    return composer.description(settings.company().baseCurrency(), stopped.in(spoken));
  }
}
