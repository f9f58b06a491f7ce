package org.crmportal.live.internal;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.crmportal.rest.EventStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What has changed, as it happens. */
@Component(service = EventResource.class, property = "osgi.jaxrs.resource=true")
@Path("/events")
@Produces(MediaType.SERVER_SENT_EVENTS)
public final class EventResource {

  private final Live live;

  @Activate
  public EventResource(@Reference Live live) {
    this.live = live;
  }

  /** Changes of records that the caller may read, and when to look for other pages. */
  @GET
  @RequiresAuthentication
  public EventStream events() {
    return live::open;
  }
}
