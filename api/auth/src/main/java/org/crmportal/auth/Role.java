package org.crmportal.auth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crmportal.platform.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A set of permissions under a name.
 *
 * @param name unique
 * @param isSystem whether it came with the product; such a role keeps its name and stays
 * @param permissions what it grants, as {@code resource:action}, sorted
 * @param version raised by every change, that of the permissions included
 */
public record Role(
    UUID id,
    String name,
    @Nullable String description,
    boolean isSystem,
    List<String> permissions,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** The role that may do everything; it can be neither renamed, stripped nor deleted. */
  public static final String ADMIN = "admin";

  /** What the platform has to know of roles. */
  public static final RecordType<Role, NewRole> TYPE =
      RecordType.of("role", Role.class, NewRole.class)
          .module("auth")
          .texts("name", "description")
          .titles("name")
          .computed(
              "permissions",
              "array(select p.resource || ':' || p.action from role_permissions rp"
                  + " join permissions p on p.id = rp.permission_id where rp.role_id = t.id"
                  + " order by 1)")
          .build();

  public Role {
    permissions = List.copyOf(permissions);
  }
}
