package org.example.vehicles;

/** The state of a vehicle; what is sold stays sold. */
public enum VehicleStatus {
  ACTIVE,
  IN_REPAIR,
  SOLD
}
