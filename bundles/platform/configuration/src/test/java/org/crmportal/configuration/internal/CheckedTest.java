package org.crmportal.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.health.Health;
import org.junit.jupiter.api.Test;

class CheckedTest {

  private static final String PID = "org.example.pool";
  private static final Declaration MAX =
      new Declaration("max", "", Declaration.Type.WHOLE, "2", "500", List.of(), "16");
  private static final Declaration NAME =
      new Declaration("name", "", Declaration.Type.TEXT, null, null, List.of(), "crm");

  private final Checked checked = new Checked((pid, given) -> Map.of("max", MAX, "name", NAME));

  private Map<String, Object> taken(Map<String, String> file) {
    var properties = new Properties();
    file.forEach(properties.all::put);
    properties.put("service.pid", PID);
    checked.modifyConfiguration(null, properties);
    properties.remove("service.pid");
    return properties.all;
  }

  @Test
  void whatIsAllowedIsTaken() {
    assertThat(taken(Map.of("max", "20", "name", ""))).isEqualTo(Map.of("max", "20", "name", ""));
  }

  @Test
  void whatIsNotAllowedIsNotTakenAndTheOldValueStays() {
    taken(Map.of("max", "20"));

    assertThat(taken(Map.of("max", "plenty"))).isEqualTo(Map.of("max", "20"));
    assertThat(taken(Map.of("max", "501", "name", "a")))
        .isEqualTo(Map.of("max", "20", "name", "a"));
  }

  @Test
  void whereThereIsNoOldValueTheDefaultStays() {
    assertThat(taken(Map.of("max", "plenty"))).isEmpty();
  }

  @Test
  void aValueThatWasTakenOutOfTheFileIsNotOldAnyMore() {
    taken(Map.of("max", "20"));
    taken(Map.of());

    assertThat(taken(Map.of("max", "plenty"))).isEmpty();
  }

  @Test
  void aNumberThatIsLeftEmptyIsTheDefault() {
    taken(Map.of("max", "20"));

    assertThat(taken(Map.of("max", " "))).isEmpty();
  }

  @Test
  void filesThatNobodyDeclaresAreLeftAlone() {
    var others = new Checked((pid, given) -> Map.of());
    var properties = new Properties();
    properties.put("service.pid", "org.example.other");
    properties.put("anything", "goes");

    others.modifyConfiguration(null, properties);

    assertThat(properties.all).containsEntry("anything", "goes");
  }

  @Test
  void whatIsWrongIsAPartOfTheHealthUntilItIsMended() {
    taken(Map.of("max", "20"));
    taken(Map.of("max", "plenty", "maximum", "1"));

    assertThat(checked.check())
        .containsExactly(
            Health.degraded(
                "settings " + PID,
                "max is not a whole number from 2 to 500; 20 is in force;"
                    + " there is no setting maximum"));
    taken(Map.of("max", "21"));
    assertThat(checked.check()).containsExactly(Health.up("settings"));
  }

  /** What the container hands over: of this type, whatever one thinks of it. */
  @SuppressWarnings("JdkObsolete")
  private static final class Properties extends Dictionary<String, Object> {
    private final Map<String, Object> all = new HashMap<>();

    @Override
    public int size() {
      return all.size();
    }

    @Override
    public boolean isEmpty() {
      return all.isEmpty();
    }

    @Override
    public java.util.Enumeration<String> keys() {
      return Collections.enumeration(all.keySet());
    }

    @Override
    public java.util.Enumeration<Object> elements() {
      return Collections.enumeration(all.values());
    }

    @Override
    public Object get(Object key) {
      return all.get(key);
    }

    @Override
    public Object put(String key, Object value) {
      return all.put(key, value);
    }

    @Override
    public Object remove(Object key) {
      return all.remove(key);
    }
  }
}
