package org.crmportal.leads.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.crmportal.leads.Conversion;
import org.crmportal.leads.Converted;
import org.crmportal.leads.Lead;
import org.crmportal.leads.LeadMerge;
import org.crmportal.leads.LeadService;
import org.crmportal.leads.NewLead;
import org.crmportal.persistence.Stored;
import org.crmportal.persistence.UnitOfWork;
import org.crmportal.persistence.UnitsOfWork;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.Duplicates;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules for leads, on top of the persistence unit {@code leads}. */
@Component(service = {LeadService.class, RecordService.class})
public final class LeadServiceImpl implements LeadService {

  static final Stored<Lead, LeadEntity> STORED =
      new Stored<>(Lead.TYPE, LeadEntity.class, LeadEntity::toLead);

  private final UnitOfWork work;
  private final Records records;
  private final Journal journal;
  private final Duplicates duplicates;
  private final Callers callers;
  private final Scores scores;
  private final Assignment assignment;
  private final LeadConversion conversion;
  private final LeadMerging merging;
  private final Clock clock;

  @Activate
  public LeadServiceImpl(
      @Reference(target = "(osgi.unit.name=leads)") EntityManagerFactory unit,
      @Reference UnitsOfWork units,
      @Reference Records records,
      @Reference Journal journal,
      @Reference Duplicates duplicates,
      @Reference Callers callers,
      @Reference Scores scores,
      @Reference Assignment assignment,
      @Reference LeadConversion conversion,
      @Reference LeadMerging merging) {
    this.work = units.of(unit);
    this.records = records;
    this.journal = journal;
    this.duplicates = duplicates;
    this.callers = callers;
    this.scores = scores;
    this.assignment = assignment;
    this.conversion = conversion;
    this.merging = merging;
    this.clock = Clock.tick(Clock.systemUTC(), ChronoUnit.MICROS.getDuration());
  }

  @Override
  public RecordType<Lead, NewLead> type() {
    return Lead.TYPE;
  }

  @Override
  public Lead get(UUID id) {
    return records.get(Lead.TYPE, id);
  }

  @Override
  public Page<Lead> find(ListQuery query) {
    return records.find(Lead.TYPE, query);
  }

  @Override
  public Lead create(NewLead draft, Creation how) {
    if (!callers.current().may("leads:create") && !how.imported()) {
      throw CrmException.forbidden("leads:create");
    }
    return work.tx(
        em -> {
          if (!how.allowDuplicate()) {
            duplicates.refuse(Lead.TYPE, draft, Set.of());
          }
          return begun(em, draft, how);
        });
  }

  /** Creates a lead as it began, and then brings it to the state in which an import has it. */
  private Lead begun(EntityManager em, NewLead draft, Creation how) {
    var past = LeadHistory.of(how, draft, clock.instant());
    past.demandClient(records);
    var lead =
        how.imported()
            ? assignment.check(null, past.opened(draft))
            : assignment.begin(LeadMoves.begun(draft));
    var entity = new LeadEntity(lead, callers.current().id(), past.created());
    scores.score(entity, null, draft.score());
    work.persist(entity);
    var begun = journal.created(Lead.TYPE, entity.toLead(), Entry.of(how));
    if (lead.status() == draft.status()) {
      return begun;
    }
    past.close(entity, draft, clock.instant());
    em.flush();
    var told = Entry.of("status_changed").imported().at(past.closed());
    return journal.changed(Lead.TYPE, begun, entity.toLead(), told);
  }

  @Override
  public Lead update(UUID id, @Nullable Long version, Function<Lead, NewLead> change) {
    return update(id, version, change, false);
  }

  @Override
  public Lead update(
      UUID id, @Nullable Long version, Function<Lead, NewLead> change, boolean allowDuplicate) {
    return work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "update");
          var before = entity.toLead();
          var wanted = change.apply(before);
          if (wanted.equals(Lead.TYPE.draft(before))) {
            return before;
          }
          var draft =
              assignment.check(before, LeadMoves.moved(before, wanted, entity.stageBeforeLost()));
          if (!allowDuplicate) {
            duplicates.refuseChange(Lead.TYPE, before, draft, Set.of());
          }
          entity.change(draft, clock.instant());
          scores.score(entity, before, draft.score());
          em.flush();
          return journal.changed(Lead.TYPE, before, entity.toLead(), Entry.of("updated"));
        });
  }

  @Override
  public void delete(UUID id, @Nullable Long version) {
    work.tx(em -> remove(em, id, version));
  }

  private Lead remove(EntityManager em, UUID id, @Nullable Long version) {
    var entity = work.lock(STORED, id, version, "delete");
    var before = entity.toLead();
    entity.delete(clock.instant());
    em.flush();
    return journal.deleted(Lead.TYPE, before, Entry.of("deleted"));
  }

  @Override
  public Lead restore(UUID id) {
    return work.tx(
        em -> {
          var entity = work.lockDeleted(STORED, id, null, "delete");
          var before = entity.toLead();
          if (before.deletedAt() == null) {
            return before;
          }
          duplicates.refuse(Lead.TYPE, Lead.TYPE.draft(before), LeadHistory.same(before));
          entity.delete(null);
          em.flush();
          return journal.changed(Lead.TYPE, before, entity.toLead(), Entry.of("restored"));
        });
  }

  @Override
  public Converted convert(UUID id, @Nullable Long version, Conversion how) {
    return work.tx(
        em ->
            conversion.convert(
                em, work.lock(STORED, id, version, "convert"), how, clock.instant()));
  }

  @Override
  public LeadMerge merge(UUID from, @Nullable Long version, UUID into, boolean dryRun) {
    return work.tx(
        em -> merging.merge(em, work, new LeadMerging.Pair(from, version, into), dryRun));
  }
}
