package org.crmportal.console.internal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.karaf.shell.support.ShellUtil;
import org.crmportal.platform.Authenticator;
import org.crmportal.platform.Caller;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Origin;
import org.crmportal.platform.People;
import org.crmportal.platform.Scope;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Who gives a command: the user of the operating system, or a user of the CRM through them. */
@Component(service = Operator.class)
public final class Operator {

  private final Callers callers;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable People people;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable Authenticator authenticator;

  @Activate
  public Operator(@Reference Callers callers) {
    this.callers = callers;
  }

  /** Does work as whoever is meant, if they hold the permission. */
  void run(@Nullable String email, @Nullable String permission, Runnable work) {
    var name = "console:" + Objects.requireNonNullElse(ShellUtil.getCurrentUserName(), "?");
    var caller = email == null ? callers.system(name) : user(email, name);
    if (permission != null) {
      require(caller, permission);
    }
    callers.call(
        caller,
        () -> {
          work.run();
          return caller;
        });
  }

  /** What a command suggests; nothing where that cannot be told. */
  List<String> suggest(Supplier<List<String>> work) {
    try {
      return callers.call(callers.system("console"), work);
    } catch (CrmException e) {
      return List.of();
    }
  }

  private Caller user(String email, String operator) {
    var known = people;
    var gate = authenticator;
    if (known == null || gate == null) {
      throw CrmException.moduleDown("auth");
    }
    var id = known.withEmail(email).orElseThrow(() -> CrmException.notFound("user", email));
    return gate.impersonate(id, new Origin(null, operator, UUID.randomUUID().toString()));
  }

  /**
   * As the REST API checks it: a permission that is narrower than the one named is enough here.
   *
   * @throws CrmException {@code FORBIDDEN} without it
   */
  static void require(Caller caller, String permission) {
    int colon = permission.indexOf(':');
    var resource = permission.substring(0, colon);
    if (!caller.may(permission)
        && caller.scope(resource, permission.substring(colon + 1)) == Scope.NONE) {
      throw CrmException.forbidden(permission);
    }
  }
}
