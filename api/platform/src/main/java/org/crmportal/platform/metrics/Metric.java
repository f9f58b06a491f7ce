package org.crmportal.platform.metrics;

import java.util.List;
import java.util.Map;

/**
 * One measured quantity. It says nothing of the business: no name of a person, no id, no amount.
 *
 * @param name small letters and low lines, with the unit: {@code crm_pool_connections}; a counter's
 *     is without the {@code _total} that it is shown with
 * @param help what it is, in one line
 * @param kind whether it goes up and down
 * @param samples the values; all have the same labels, and no two the same values of them
 */
public record Metric(String name, String help, Kind kind, List<Sample> samples) {

  /** Whether a quantity goes up and down. */
  public enum Kind {
    /** It goes up and down. */
    GAUGE,
    /** It only grows, from 0 at the start of the server. */
    COUNTER
  }

  /**
   * A value.
   *
   * @param labels what it is the value of, from a small set: a state, a kind, never an id
   * @param value the value now, in seconds or bytes where it has such a unit
   */
  public record Sample(Map<String, String> labels, double value) {

    /** The labels are kept as they are now. */
    public Sample {
      labels = Map.copyOf(labels);
    }
  }

  /** The samples are kept as they are now. */
  public Metric {
    samples = List.copyOf(samples);
  }

  /** A quantity that goes up and down and has one value. */
  public static Metric gauge(String name, String help, double value) {
    return new Metric(name, help, Kind.GAUGE, List.of(new Sample(Map.of(), value)));
  }

  /** A quantity that only grows and has one value. */
  public static Metric counter(String name, String help, double value) {
    return new Metric(name, help, Kind.COUNTER, List.of(new Sample(Map.of(), value)));
  }
}
