package org.example.vehicles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.crmportal.platform.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a vehicle that a caller sets. An instance is always valid.
 *
 * @param licensePlate in capitals; unique among the vehicles that are there
 * @param status {@code active} if it is missing
 */
public record NewVehicle(
    String licensePlate,
    String make,
    @Nullable String model,
    VehicleStatus status,
    @Nullable Integer mileage,
    @Nullable BigDecimal price,
    @Nullable LocalDate registeredOn,
    @Nullable UUID driverId,
    @Nullable String notes) {

  /**
   * Checks and normalises every field.
   *
   * @throws org.crmportal.platform.CrmException {@code INVALID} with every violation
   */
  public NewVehicle {
    var checks = new Checks();
    licensePlate = checks.text("license_plate", licensePlate, 20).toUpperCase(Locale.ROOT);
    make = checks.text("make", make, 100);
    model = checks.optionalText("model", model, 100);
    status = status == null ? VehicleStatus.ACTIVE : status;
    checks.require(mileage == null || mileage >= 0, "mileage", "negative", "must not be negative");
    price = checks.optionalAmount("price", price);
    notes = checks.optionalText("notes", notes, 5000);
    checks.done();
  }
}
