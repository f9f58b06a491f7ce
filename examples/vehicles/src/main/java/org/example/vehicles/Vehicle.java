package org.example.vehicles;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle of the fleet.
 *
 * @param price what was paid for it, in the company's base currency
 * @param driverId the user who drives it, and whose record it is
 */
public record Vehicle(
    UUID id,
    long version,
    String licensePlate,
    String make,
    @Nullable String model,
    VehicleStatus status,
    @Nullable Integer mileage,
    @Nullable BigDecimal price,
    @Nullable LocalDate registeredOn,
    @Nullable UUID driverId,
    @Nullable String notes,
    @Nullable UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt) {

  /** What a vehicle is to the CRM, and what the roles may do with it at first. */
  static final RecordType<Vehicle, NewVehicle> TYPE =
      RecordType.of("vehicle", Vehicle.class, NewVehicle.class)
          .owners("driver_id", "created_by")
          .texts("license_plate", "make", "model", "notes")
          .titles("license_plate")
          .status("status")
          .importable("created_at")
          .timeline()
          .grant("manager", "read", "create", "update", "delete", "import", "export")
          .grant("sales", "read_own", "update_own")
          .build();
}
