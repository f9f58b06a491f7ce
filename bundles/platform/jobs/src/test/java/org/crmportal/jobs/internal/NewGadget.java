package org.crmportal.jobs.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.crmportal.platform.Checks;
import org.jspecify.annotations.Nullable;

/** The fields of a {@link Gadget} that a caller sets. */
public record NewGadget(
    String name,
    @Nullable String email,
    Gadget.@Nullable Colour colour,
    @Nullable BigDecimal price,
    @Nullable Integer stock,
    @Nullable Boolean hidden,
    @Nullable LocalDate built,
    @Nullable UUID assignedTo,
    Map<String, Object> metadata) {

  /** Checks every field. */
  public NewGadget {
    var checks = new Checks();
    name = checks.text("name", name, 20);
    email = checks.optionalEmail("email", email);
    price = checks.optionalAmount("price", price);
    metadata = metadata == null ? Map.of() : metadata;
    checks.done();
  }
}
