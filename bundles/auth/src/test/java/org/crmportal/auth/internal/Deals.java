package org.crmportal.auth.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmportal.auth.NewRole;
import org.crmportal.platform.record.Creation;
import org.jspecify.annotations.Nullable;

/** Records that belong to somebody, and a role that deals with them. */
final class Deals implements AutoCloseable {

  final AuthFixture auth = new AuthFixture();
  final UUID dealers;

  Deals() {
    auth.units.database().execute(Deal.TABLE);
    auth.units.database().execute(Note.TABLE);
    auth.units
        .types()
        .start(
            new Shelf<>(Deal.TYPE, auth.units.records()),
            new Shelf<>(Note.TYPE, auth.units.records()));
    var declarations =
        new PermissionDeclarations(
            auth.units.transactions(), auth.node.cache, auth.units.database().dataSource());
    for (var type : List.of(Deal.TYPE, Note.TYPE)) {
      declarations.declare(type.resource(), PermissionDeclarations.actions(type), Map.of());
    }
    declarations.close();
    dealers = auth.as(auth.admin(), this::role);
  }

  private UUID role() {
    var role = auth.node.roles.create(new NewRole("dealers", null), Creation.NEW);
    var grants = List.of("deals:read_team", "deals:update_own", "deals:win", "notes:read_own");
    return auth.node.roles.grant(role.id(), null, grants).id();
  }

  Deal read(UUID id) {
    return auth.as(auth.admin(), () -> auth.units.records().get(Deal.TYPE, id));
  }

  UUID deal(@Nullable UUID assignedTo, @Nullable UUID createdBy, boolean deleted) {
    var id = UUID.randomUUID();
    auth.units
        .database()
        .execute(
            "insert into deals (id, name, assigned_to, created_by, deleted_at)"
                + " values ('%s', 'x', %s, %s, %s)"
                    .formatted(
                        id, quoted(assignedTo), quoted(createdBy), deleted ? "now()" : "null"));
    return id;
  }

  private static String quoted(@Nullable UUID id) {
    return id == null ? "null" : "'" + id + "'";
  }

  @Override
  public void close() {
    auth.close();
  }
}
