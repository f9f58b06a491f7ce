package org.crmportal.rest.internal.http;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import org.apache.shiro.authz.annotation.Logical;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.authz.annotation.RequiresGuest;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.crmportal.platform.Caller;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a route asks of its caller.
 *
 * @param open whether nobody has to be signed in
 * @param permissions what the caller needs, in any scope; empty if being signed in is enough
 * @param any whether one of them is enough
 */
public record Guard(boolean open, List<Needed> permissions, boolean any) {

  /** For everybody. */
  public static final Guard OPEN = new Guard(true, List.of(), false);

  /** For whoever is signed in. */
  public static final Guard SIGNED_IN = new Guard(false, List.of(), false);

  /** A permission, taken apart. */
  private record Needed(String text, String resource, String action) {

    static Needed of(String text) {
      int colon = text.indexOf(':');
      return new Needed(
          text, text.substring(0, Math.max(colon, 0)), text.substring(Math.max(colon, 0) + 1));
    }

    boolean heldBy(Caller caller) {
      return caller.may(text) || caller.scope(resource, action) != Scope.NONE;
    }
  }

  /** For whoever holds a permission. */
  public static Guard permission(String resource, String action) {
    return new Guard(false, List.of(new Needed(resource + ":" + action, resource, action)), false);
  }

  /** What a method, or else its class, declares with Shiro's annotations; null if nothing. */
  public static @Nullable Guard of(Method method) {
    var declared = declared(method);
    return declared == null ? declared(method.getDeclaringClass()) : declared;
  }

  /**
   * Refuses a caller who lacks what is needed.
   *
   * @throws CrmException {@code FORBIDDEN}
   */
  public void check(Caller caller) {
    Needed missing = null;
    for (var each : permissions) {
      boolean held = each.heldBy(caller);
      if (held && any) {
        return;
      }
      missing = held ? missing : each;
    }
    if (missing != null) {
      throw CrmException.forbidden(missing.text());
    }
  }

  private static @Nullable Guard declared(AnnotatedElement element) {
    var needed = element.getAnnotation(RequiresPermissions.class);
    if (needed != null) {
      var permissions = List.of(needed.value()).stream().map(Needed::of).toList();
      return new Guard(false, permissions, needed.logical() == Logical.OR);
    }
    if (element.isAnnotationPresent(RequiresAuthentication.class)) {
      return SIGNED_IN;
    }
    return element.isAnnotationPresent(RequiresGuest.class) ? OPEN : null;
  }
}
