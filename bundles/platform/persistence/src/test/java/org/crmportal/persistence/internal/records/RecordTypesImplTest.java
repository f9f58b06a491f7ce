package org.crmportal.persistence.internal.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

final class RecordTypesImplTest {

  private final Map<Object, Object> services = new HashMap<>();
  private final BundleContext context = fake(BundleContext.class, this::getService);
  private final RecordTypesImpl types = new RecordTypesImpl();

  @Test
  void aServiceIsFoundByNameAndPathWhileItRuns() {
    types.activate(context);
    var firms = reference(1, service(Firm.TYPE));
    types.addService(firms);

    assertThat(types.named("firm")).isPresent();
    assertThat(types.at("firms")).isPresent();
    assertThat(types.all()).hasSize(1);

    types.removeService(firms);
    assertThat(types.named("firm")).isEmpty();
    assertThat(types.running()).isEmpty();
    assertThat(types.known("firm")).isPresent();
  }

  @Test
  void servicesThatWereThereBeforeItAreTakenOnceItIsActive() {
    types.addService(reference(1, service(Firm.TYPE)));
    assertThat(types.all()).isEmpty();

    types.activate(context);
    assertThat(types.all()).hasSize(1);
  }

  @Test
  void aServiceThatIsNotToBeHadYetIsTriedAgain() {
    types.activate(context);
    var firms = reference(1, null);
    types.addService(firms);
    assertThat(types.named("firm")).isEmpty();

    services.put(firms, service(Firm.TYPE));
    assertThat(types.named("firm")).isPresent();
  }

  @Test
  void ofTwoServicesOfATypeTheOneThatStaysIsLeft() {
    types.activate(context);
    var stays = service(Firm.TYPE);
    var leaves = reference(2, service(Firm.TYPE));
    types.addService(reference(1, stays));
    types.addService(leaves);
    types.removeService(leaves);

    assertThat(types.named("firm").orElseThrow()).isSameAs(stays);
  }

  @Test
  void aServiceThatFailsIsLeftOutAndHarmsNobody() {
    types.activate(context);
    types.addService(
        reference(
            1,
            fake(
                RecordService.class,
                arguments -> {
                  throw new IllegalStateException("broken");
                })));
    types.addService(reference(2, service(Firm.TYPE)));

    assertThat(types.all()).hasSize(1);
  }

  private Object getService(Object[] arguments) {
    return services.get(arguments[0]);
  }

  private ServiceReference<?> reference(int ranking, Object service) {
    record Ranked(int ranking) {}
    var ranked = new Ranked(ranking);
    var reference =
        (ServiceReference<?>)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "compareTo" ->
                          Integer.compare(proxy.hashCode(), arguments[0].hashCode());
                      case "hashCode" -> ranked.ranking();
                      case "equals" -> proxy == arguments[0];
                      default -> null;
                    });
    services.put(reference, service);
    return reference;
  }

  private static RecordService<?, ?> service(RecordType<?, ?> type) {
    return fake(RecordService.class, arguments -> type);
  }

  private static <T> T fake(Class<T> type, Function<Object[], Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals")
                    ? (Object) (proxy == arguments[0])
                    : (Object) System.identityHashCode(proxy);
              }
              return answer.apply(arguments);
            }));
  }
}
