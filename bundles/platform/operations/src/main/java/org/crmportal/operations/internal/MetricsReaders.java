package org.crmportal.operations.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.crmportal.platform.Authenticator;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * Who may read the metrics: programs on this machine, and from elsewhere who holds a token with
 * {@code modules:read}; everybody or nobody if the operator wants it so.
 */
@Component(service = MetricsReaders.class, configurationPid = "org.crmportal.metrics")
@Designate(ocd = MetricsReaders.Config.class)
public final class MetricsReaders {

  /** A proxy on this machine brings others' requests, and says so with one of these. */
  private static final List<String> FORWARDED =
      List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via");

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Authenticator authenticator;

  private volatile String readers;

  /** The keys of {@code org.crmportal.metrics.cfg}. */
  @ObjectClassDefinition(name = "Metrics")
  public @interface Config {
    @AttributeDefinition(
        name = "Who may read /metrics without a token",
        options = {
          @Option(label = "this machine", value = "local"),
          @Option(label = "everybody who reaches the port", value = "all"),
          @Option(label = "nobody", value = "none")
        })
    String readers() default "local";
  }

  @Activate
  public MetricsReaders(Config config) {
    this.readers = config.readers();
  }

  @Modified
  void change(Config config) {
    this.readers = config.readers();
  }

  /** The status that a request is refused with; 0 if it is not. */
  int refusal(HttpServletRequest request) {
    if (readers.equals("all") || (readers.equals("local") && local(request))) {
      return 0;
    }
    var token = Authenticator.token(request.getHeader("Authorization"));
    var service = authenticator;
    if (token == null) {
      return 401;
    }
    if (service == null) {
      return 503;
    }
    try {
      var origin = new Origin(request.getRemoteAddr(), request.getHeader("User-Agent"), "metrics");
      var caller = service.authenticate(token, origin);
      return caller.may("modules:read") ? 0 : 403;
    } catch (CrmException e) {
      return e.reason() == CrmException.Reason.UNAUTHENTICATED ? 401 : 403;
    }
  }

  private static boolean local(HttpServletRequest request) {
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
          && FORWARDED.stream().allMatch(name -> request.getHeader(name) == null);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
