package org.crmportal.platform;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Who is calling, and what they may do. Permissions are as they were when the call began. */
@ProviderType
public interface Caller {

  /** The user's id, or null for the system itself. */
  @Nullable UUID id();

  /** The user's full name, or the name of the part of the system that acts. */
  String name();

  /**
   * Whether the caller holds a permission exactly, e.g. {@code leads:convert}.
   *
   * @param permission {@code resource:action}
   */
  boolean may(String permission);

  /**
   * The widest scope in which the caller may do something: {@code read} is all, {@code read_team}
   * the team's, {@code read_own} the caller's own records.
   *
   * @param resource e.g. {@code leads}
   * @param action without its scope, e.g. {@code read}
   */
  Scope scope(String resource, String action);

  /** The members of all teams of the caller, the caller included. */
  Set<UUID> team();

  /**
   * What the caller may do, as a value that can only be compared: if it is equal to that of another
   * call, both come from the same user, who may do the same with the same records.
   */
  default Object rights() {
    return this;
  }

  /** Where the call comes from. */
  Origin origin();
}
