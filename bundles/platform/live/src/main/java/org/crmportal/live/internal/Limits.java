package org.crmportal.live.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How many streams there may be. Those that are open stay when there may be fewer. */
@Component(service = Limits.class, configurationPid = "org.crmportal.live")
@Designate(ocd = Limits.Config.class)
public final class Limits {

  private volatile Config config;

  /** The keys of {@code org.crmportal.live.cfg}; there a dot stands for the low line. */
  @ObjectClassDefinition(name = "Live changes")
  public @interface Config {
    @AttributeDefinition(name = "Streams of one user at most", min = "1", max = "1000")
    int streams_per_user() default 20;

    @AttributeDefinition(name = "Streams of this node at most", min = "1", max = "100000")
    int streams() default 2000;
  }

  @Activate
  public Limits(Config config) {
    this.config = config;
  }

  @Modified
  void change(Config changed) {
    this.config = changed;
  }

  int perUser() {
    return config.streams_per_user();
  }

  int all() {
    return config.streams();
  }
}
