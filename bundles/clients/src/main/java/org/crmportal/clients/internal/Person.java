package org.crmportal.clients.internal;

import java.util.Objects;
import org.crmportal.clients.NewClient;
import org.jspecify.annotations.Nullable;

/** How a person is known, both as a contact and in the fields of a client. */
record Person(@Nullable String name, @Nullable String email, @Nullable String phone) {

  static final Person NOBODY = new Person(null, null, null);

  /** Shorter numbers could not tell two people apart. */
  private static final int FEWEST_DIGITS = 5;

  static Person of(NewClient client) {
    return new Person(
        client.primaryContactName(), client.primaryContactEmail(), client.primaryContactPhone());
  }

  boolean nobody() {
    return equals(NOBODY);
  }

  /** Whether both have the same e-mail address or phone number, in whatever spelling. */
  boolean same(Person other) {
    boolean sameEmail = email != null && email.equalsIgnoreCase(other.email);
    boolean samePhone = digits() != null && Objects.equals(digits(), other.digits());
    return sameEmail || samePhone;
  }

  /** This person, with what is not known of them taken from the other. */
  Person filled(Person other) {
    return new Person(
        name == null ? other.name : name,
        email == null ? other.email : email,
        phone == null ? other.phone : phone);
  }

  private @Nullable String digits() {
    var digits = phone == null ? "" : phone.replaceAll("\\D", "").replaceFirst("^0+", "");
    return digits.length() < FEWEST_DIGITS ? null : digits;
  }
}
