package org.crmportal.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.crmportal.platform.health.Health;
import org.junit.jupiter.api.Test;

class DiskHealthTest {

  private static final long GIGABYTE = 1_000_000_000;

  @Test
  void littleRoomIsToldInTime() {
    assertThat(DiskHealth.of(2 * GIGABYTE, 500 * GIGABYTE).state()).isEqualTo(Health.State.UP);
    assertThat(DiskHealth.of(GIGABYTE / 2, 500 * GIGABYTE))
        .isEqualTo(Health.degraded("disk", "500 MB are left for the node's folder"));
  }

  @Test
  void aSmallDiskMayHaveLittleRoom() {
    assertThat(DiskHealth.of(GIGABYTE / 2, 2 * GIGABYTE).state()).isEqualTo(Health.State.UP);
    assertThat(DiskHealth.of(GIGABYTE / 10, 2 * GIGABYTE).state()).isEqualTo(Health.State.DEGRADED);
  }
}
