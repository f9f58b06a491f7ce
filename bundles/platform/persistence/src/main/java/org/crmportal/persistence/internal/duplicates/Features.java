package org.crmportal.persistence.internal.duplicates;

import java.util.Objects;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/** What a record is recognised by; each may be missing. */
record Features(
    @Nullable String email,
    @Nullable String phone,
    @Nullable String company,
    @Nullable String country) {

  static Features of(RecordType<?, ?> type, Record draft) {
    var identity = type.identity().orElseThrow();
    return new Features(
        text(type, draft, identity.email()),
        text(type, draft, identity.phone()),
        text(type, draft, identity.company()),
        text(type, draft, identity.country()));
  }

  private static @Nullable String text(
      RecordType<?, ?> type, Record draft, @Nullable String column) {
    var value = column == null ? null : type.value(draft, column);
    return value == null || value.toString().isBlank() ? null : value.toString().strip();
  }

  /** Only what is another one than before; a company is another one in another country too. */
  Features unlike(Features before) {
    var sameCompany =
        Objects.equals(company, before.company) && Objects.equals(country, before.country);
    return new Features(
        Objects.equals(email, before.email) ? null : email,
        Objects.equals(phone, before.phone) ? null : phone,
        sameCompany ? null : company,
        country);
  }

  boolean none() {
    return email == null && phone == null && company == null;
  }
}
