package org.crmportal.rest.internal;

import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How much one request may bring, and how long it may take before the log names it. */
@Component(service = Limits.class, configurationPid = "org.crmportal.rest")
@Designate(ocd = Limits.Config.class)
public final class Limits {

  private static final long KIB = 1024;

  private volatile Config config;

  /** The keys of {@code org.crmportal.rest.cfg}; there a dot stands for the low line. */
  @ObjectClassDefinition(name = "REST API")
  public @interface Config {
    @AttributeDefinition(name = "The largest body of a request", min = "16", max = "65536")
    int body_kilobytes() default 1024;

    @AttributeDefinition(name = "The largest body of a bulk request", min = "16", max = "262144")
    int bulk_body_kilobytes() default 16384;

    @AttributeDefinition(name = "The longest URL", min = "1024", max = "65536")
    int url_characters() default 8192;

    @AttributeDefinition(
        name = "A request that takes longer is named in the log; 0 names none",
        min = "0",
        max = "3600000")
    int slow_request_milliseconds() default 1000;
  }

  @Activate
  public Limits(Config config) {
    this.config = config;
  }

  @Modified
  void change(Config changed) {
    this.config = changed;
  }

  /** The bytes of a body. */
  long body() {
    return config.body_kilobytes() * KIB;
  }

  /** The bytes of a body that holds many. */
  long bulkBody() {
    return config.bulk_body_kilobytes() * KIB;
  }

  /** The characters of a URL. */
  int uri() {
    return config.url_characters();
  }

  /** After how long a request is slow; 0 if none is. */
  long slowMilliseconds() {
    return config.slow_request_milliseconds();
  }

  /** What CXF has no limits for by itself. */
  static Map<String, Object> cxf() {
    var properties = new HashMap<String, Object>();
    properties.put("default.wae.mapper.least.specific", true);
    properties.put("default.content.type", "application/json");
    properties.put("attachment-max-count", "20");
    properties.put("attachment-max-header-size", "2000");
    properties.put("attachment-memory-threshold", "65536");
    return properties;
  }
}
