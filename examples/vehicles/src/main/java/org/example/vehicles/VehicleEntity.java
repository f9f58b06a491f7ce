package org.example.vehicles;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.crmportal.persistence.EnumConverter;
import org.crmportal.persistence.UuidConverter;
import org.eclipse.persistence.annotations.Convert;
import org.eclipse.persistence.annotations.Converter;
import org.eclipse.persistence.annotations.Converters;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code vehicles}; db/vehicles owns the columns. */
@Entity
@Table(name = "vehicles")
@Converters({
  @Converter(name = "uuid", converterClass = UuidConverter.class),
  @Converter(name = "enum", converterClass = EnumConverter.class)
})
class VehicleEntity {

  @Id
  @Convert("uuid")
  private UUID id;

  @Version private long version = 1;

  private String licensePlate;
  private String make;
  private @Nullable String model;

  @Convert("enum")
  private VehicleStatus status;

  private @Nullable Integer mileage;
  private @Nullable BigDecimal price;
  private @Nullable LocalDate registeredOn;

  @Convert("uuid")
  private @Nullable UUID driverId;

  private @Nullable String notes;

  @Column(updatable = false)
  @Convert("uuid")
  private @Nullable UUID createdBy;

  @Column(updatable = false)
  private Instant createdAt;

  private Instant updatedAt;

  private @Nullable Instant deletedAt;

  protected VehicleEntity() {} // for JPA

  VehicleEntity(NewVehicle vehicle, @Nullable UUID createdBy, Instant createdAt, Instant now) {
    this.id = UUID.randomUUID();
    this.createdBy = createdBy;
    this.createdAt = createdAt;
    change(vehicle, now);
  }

  /** Takes over all fields of a draft. */
  void change(NewVehicle vehicle, Instant now) {
    licensePlate = vehicle.licensePlate();
    make = vehicle.make();
    model = vehicle.model();
    status = vehicle.status();
    mileage = vehicle.mileage();
    price = vehicle.price();
    registeredOn = vehicle.registeredOn();
    driverId = vehicle.driverId();
    notes = vehicle.notes();
    updatedAt = now;
  }

  /** Is deleted, or with null is back. */
  void delete(@Nullable Instant when, Instant now) {
    deletedAt = when;
    updatedAt = now;
  }

  Vehicle toVehicle() {
    return new Vehicle(
        id,
        version,
        licensePlate,
        make,
        model,
        status,
        mileage,
        price,
        registeredOn,
        driverId,
        notes,
        createdBy,
        createdAt,
        updatedAt,
        deletedAt);
  }
}
