package org.crmportal.rest.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations in which some keys are set and the others have their defaults. */
final class Annotations {

  private Annotations() {}

  static <A extends Annotation> A defaults(Class<A> type) {
    return with(type, Map.of());
  }

  static <A extends Annotation> A with(Class<A> type, Map<String, ?> set) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                set.containsKey(method.getName())
                    ? set.get(method.getName())
                    : method.getDefaultValue()));
  }
}
