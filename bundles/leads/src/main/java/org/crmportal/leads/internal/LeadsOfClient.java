package org.crmportal.leads.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.crmportal.clients.Client;
import org.crmportal.clients.ClientPart;
import org.crmportal.leads.Lead;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What leads have to do with a client: open ones at its company, and those that it came from. */
@Component
public final class LeadsOfClient implements ClientPart {

  private final Records records;
  private final Transactions transactions;

  @Activate
  public LeadsOfClient(@Reference Records records, @Reference Transactions transactions) {
    this.records = records;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "leads";
  }

  @Override
  public String resource() {
    return Lead.TYPE.resource();
  }

  /** The open leads of the same company, newest first. */
  @Override
  public Object read(Client client) {
    var open =
        ListQuery.ALL
            .where("company", client.companyName())
            .where("status", "new", "contacted", "qualified");
    return records.find(Lead.TYPE, open).items();
  }

  @Override
  public long count(UUID client) {
    return origins(client).size();
  }

  @Override
  public long move(UUID from, UUID into) {
    var sql = "UPDATE leads SET converted_to_client_id = ? WHERE converted_to_client_id = ?";
    return transactions.tx(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, into);
            statement.setObject(2, from);
            return statement.executeLargeUpdate();
          }
        });
  }

  @Override
  public Set<UUID> origins(UUID client) {
    return transactions.read(connection -> origins(connection, client));
  }

  private static Set<UUID> origins(Connection connection, UUID client) throws SQLException {
    var sql = "SELECT id FROM leads WHERE converted_to_client_id = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, client);
      var ids = new HashSet<UUID>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
      }
      return ids;
    }
  }
}
