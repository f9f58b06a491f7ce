package org.crmportal.leads.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import javax.persistence.EntityManager;
import org.crmportal.leads.Lead;
import org.crmportal.leads.LeadMerge;
import org.crmportal.leads.LeadStatus;
import org.crmportal.persistence.UnitOfWork;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes two leads one. */
@Component(service = LeadMerging.class)
public final class LeadMerging {

  private final Journal journal;
  private final Callers callers;
  private final Scores scores;

  @Activate
  public LeadMerging(
      @Reference Journal journal, @Reference Callers callers, @Reference Scores scores) {
    this.journal = journal;
    this.callers = callers;
    this.scores = scores;
  }

  /** The lead that goes, in the version that the caller has seen, and the one that stays. */
  record Pair(UUID from, @Nullable Long version, UUID into) {}

  /** Moves what belongs to the first lead to the second, in the running transaction. */
  LeadMerge merge(EntityManager em, UnitOfWork work, Pair pair, boolean dryRun) {
    if (pair.from().equals(pair.into())) {
      throw CrmException.invalid("into", "same", "is the lead itself");
    }
    // Always in the order of the ids, so that two merges of the same leads cannot block each other.
    boolean forward = pair.from().compareTo(pair.into()) < 0;
    // Who may not merge may yet do both halves of it by hand.
    boolean merges = callers.current().may("leads:merge");
    var change = merges ? "merge" : "update";
    var into = forward ? null : lock(work, pair.into(), null, change);
    var from = lock(work, pair.from(), pair.version(), merges ? "merge" : "delete");
    into = into == null ? lock(work, pair.into(), null, change) : into;
    if (dryRun) {
      var count = journal.count(Lead.TYPE, pair.from());
      return new LeadMerge(into.toLead(), Map.of("activities", count), true);
    }
    var moved = journal.move(Lead.TYPE, pair.from(), pair.into());
    return merged(em, from, into, Map.of("activities", moved));
  }

  private LeadMerge merged(
      EntityManager em, LeadEntity from, LeadEntity into, Map<String, Long> moved) {
    var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var source = from.toLead();
    var target = into.toLead();
    var type = Lead.TYPE;
    var filled = type.filled(type.draft(target), type.draft(source));
    from.delete(now);
    into.change(filled.in(target.status(), target.stage(), target.lostReason()), now);
    if (!target.scorePinned()) {
      scores.score(into);
    }
    em.flush();
    journal.deleted(type, source, told("Merged into ", target));
    var left = journal.changed(type, target, into.toLead(), told("Merged with ", source));
    return new LeadMerge(left, moved, false);
  }

  private static LeadEntity lock(UnitOfWork work, UUID id, @Nullable Long version, String action) {
    var entity = work.lock(LeadServiceImpl.STORED, id, version, action);
    if (entity.toLead().status() == LeadStatus.CONVERTED) {
      throw LeadMoves.readOnly();
    }
    return entity;
  }

  private static Entry told(String how, Lead other) {
    return Entry.of("merged")
        .text(how + Lead.TYPE.title(other))
        .with("lead_id", other.id().toString());
  }
}
