package org.example.vehicles;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import javax.persistence.EntityManagerFactory;
import org.crmportal.persistence.Stored;
import org.crmportal.persistence.UnitOfWork;
import org.crmportal.persistence.UnitsOfWork;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.journal.Entry;
import org.crmportal.platform.journal.Journal;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules for vehicles. From this service the CRM makes everything that callers see. */
@Component(service = RecordService.class)
public final class VehicleService implements RecordService<Vehicle, NewVehicle> {

  private static final Stored<Vehicle, VehicleEntity> STORED =
      new Stored<>(Vehicle.TYPE, VehicleEntity.class, VehicleEntity::toVehicle);

  private final UnitOfWork work;
  private final Records records;
  private final Journal journal;
  private final Callers callers;
  private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

  /** With what the CRM brings; the unit is there once the table is. */
  @Activate
  public VehicleService(
      @Reference(target = "(osgi.unit.name=vehicles)") EntityManagerFactory unit,
      @Reference UnitsOfWork units,
      @Reference Records records,
      @Reference Journal journal,
      @Reference Callers callers) {
    this.work = units.of(unit);
    this.records = records;
    this.journal = journal;
    this.callers = callers;
  }

  @Override
  public RecordType<Vehicle, NewVehicle> type() {
    return Vehicle.TYPE;
  }

  @Override
  public Vehicle get(UUID id) {
    return records.get(Vehicle.TYPE, id);
  }

  @Override
  public Page<Vehicle> find(ListQuery query) {
    return records.find(Vehicle.TYPE, query);
  }

  @Override
  public Vehicle create(NewVehicle draft, Creation how) {
    if (!how.imported() && !callers.current().may("vehicles:create")) {
      throw CrmException.forbidden("vehicles:create");
    }
    return work.tx(
        em -> {
          var now = clock.instant();
          var created = how.history().get("created_at") instanceof Instant then ? then : now;
          var entity = new VehicleEntity(draft, callers.current().id(), created, now);
          work.persist(entity);
          return journal.created(Vehicle.TYPE, entity.toVehicle(), Entry.of(how));
        });
  }

  @Override
  public Vehicle update(UUID id, @Nullable Long version, Function<Vehicle, NewVehicle> change) {
    return work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "update");
          var before = entity.toVehicle();
          var draft = change.apply(before);
          if (draft.equals(Vehicle.TYPE.draft(before))) {
            return before;
          }
          if (before.status() == VehicleStatus.SOLD && draft.status() != VehicleStatus.SOLD) {
            throw CrmException.illegalMove("sold", word(draft.status()), List.of());
          }
          entity.change(draft, clock.instant());
          em.flush();
          return journal.changed(Vehicle.TYPE, before, entity.toVehicle(), Entry.of("updated"));
        });
  }

  @Override
  public void delete(UUID id, @Nullable Long version) {
    work.tx(
        em -> {
          var entity = work.lock(STORED, id, version, "delete");
          var before = entity.toVehicle();
          entity.delete(clock.instant(), clock.instant());
          em.flush();
          return journal.deleted(Vehicle.TYPE, before, Entry.of("deleted"));
        });
  }

  @Override
  public Vehicle restore(UUID id) {
    return work.tx(
        em -> {
          var entity = work.lockDeleted(STORED, id, null, "delete");
          var before = entity.toVehicle();
          if (before.deletedAt() == null) {
            return before;
          }
          entity.delete(null, clock.instant());
          em.flush();
          return journal.changed(Vehicle.TYPE, before, entity.toVehicle(), Entry.of("restored"));
        });
  }

  private static String word(VehicleStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
