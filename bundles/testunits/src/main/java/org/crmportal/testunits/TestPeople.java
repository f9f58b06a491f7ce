package org.crmportal.testunits;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crmportal.platform.People;
import org.crmportal.platform.Transactions;

/** The users of a test's database. */
final class TestPeople implements People {

  private static final String IN_ROLE =
      "select u.id from users u join roles r on r.id = u.role_id"
          + " where r.name = ? and u.is_active and u.deleted_at is null order by u.created_at";

  private final Transactions transactions;

  TestPeople(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<String> name(UUID id) {
    var sql = "select full_name from users where id = ?::uuid and deleted_at is null";
    return ask(sql, id.toString()).stream().findFirst();
  }

  @Override
  public Optional<UUID> withEmail(String email) {
    var sql = "select id from users where email = lower(?) and is_active and deleted_at is null";
    return ask(sql, email).stream().map(UUID::fromString).findFirst();
  }

  @Override
  public List<UUID> inRole(String role) {
    return ask(IN_ROLE, role).stream().map(UUID::fromString).toList();
  }

  private List<String> ask(String sql, String parameter) {
    return transactions.read(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            return strings(statement);
          }
        });
  }

  private static List<String> strings(java.sql.PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
