package org.crmportal.auth.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crmportal.platform.People;
import org.crmportal.platform.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells other modules who the users are. */
@Component
public final class PeopleImpl implements People {

  private static final String NAME =
      "select full_name from users where id = ? and deleted_at is null";
  private static final String WITH_EMAIL =
      "select id from users where email = lower(?) and is_active and deleted_at is null";
  private static final String IN_ROLE =
      """
      select u.id from users u join roles r on r.id = u.role_id
      where r.name = ? and u.is_active and u.deleted_at is null order by u.created_at, u.id
      """;

  private final Transactions transactions;

  @Activate
  public PeopleImpl(@Reference Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<String> name(UUID id) {
    return transactions.read(
        connection -> new Sql(NAME, id).first(connection, row -> row.getString(1)));
  }

  @Override
  public Optional<UUID> withEmail(String email) {
    return transactions.read(
        connection -> new Sql(WITH_EMAIL, email).first(connection, row -> Sql.id(row, "id")));
  }

  @Override
  public List<UUID> inRole(String role) {
    return transactions.read(
        connection -> new Sql(IN_ROLE, role).list(connection, row -> Sql.id(row, "id")));
  }
}
