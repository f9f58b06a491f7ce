package org.example.vehicles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crmportal.platform.CrmException;
import org.junit.jupiter.api.Test;

class NewVehicleTest {

  @Test
  void aPlateIsKeptInCapitals() {
    var vehicle = new NewVehicle(" b-xy 12 ", "Opel", null, null, 7, null, null, null, null);

    assertThat(vehicle.licensePlate()).isEqualTo("B-XY 12");
    assertThat(vehicle.status()).isEqualTo(VehicleStatus.ACTIVE);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(() -> new NewVehicle("", "", null, null, -1, null, null, null, null))
        .isInstanceOfSatisfying(
            CrmException.class,
            e ->
                assertThat(e.violations())
                    .extracting(each -> each.field())
                    .containsExactly("license_plate", "make", "mileage"));
  }
}
