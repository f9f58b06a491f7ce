package org.crmportal.leads.internal;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crmportal.leads.Lead;
import org.crmportal.leads.LeadScorer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds up what the registered scorers give. */
@Component(service = Scores.class)
public final class Scores {

  private static final Logger LOG = LoggerFactory.getLogger(Scores.class);

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  final List<LeadScorer> scorers = new CopyOnWriteArrayList<>();

  /** A score that differs from the one before pins it, null unpins it, the same changes nothing. */
  void score(LeadEntity entity, @Nullable Lead before, @Nullable Integer wanted) {
    boolean same = before != null && Objects.equals(wanted, before.score());
    if (wanted != null && (!same || before.scorePinned())) {
      entity.score(wanted, true, null);
    } else {
      score(entity);
    }
  }

  /** Scores an entity as it is now; a scorer that throws gives nothing. */
  void score(LeadEntity entity) {
    var lead = entity.toLead();
    var breakdown = new TreeMap<String, Object>();
    int sum = 0;
    for (var scorer : scorers) {
      for (var rule : points(scorer, lead).entrySet()) {
        breakdown.put(rule.getKey(), rule.getValue());
        sum += rule.getValue();
      }
    }
    entity.score(Math.max(0, Math.min(100, sum)), false, breakdown);
  }

  private static java.util.Map<String, Integer> points(LeadScorer scorer, Lead lead) {
    try {
      return scorer.score(lead);
    } catch (RuntimeException e) {
      LOG.error("{} failed to score the lead {}", scorer, lead.id(), e);
      return java.util.Map.of();
    }
  }
}
