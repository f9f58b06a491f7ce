package org.crmportal.journal.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.Scope;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.journal.Journal;
import org.crmportal.platform.settings.Company;
import org.crmportal.platform.settings.NewCompany;
import org.crmportal.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the settings as one JSON object, read anew each time, since another node may change it. */
@Component
public final class SettingsImpl implements Settings {

  private static final String READ =
      "select value, version, updated_at from settings where name = 'company'";
  private static final String MAKE_SURE =
      "insert into settings (name, value, updated_at) values ('company', '{}', null)"
          + " on conflict do nothing";
  private static final String WRITE =
      "update settings set value = ?::jsonb, version = version + 1, updated_at = ?"
          + " where name = 'company'";

  private final JsonMapper json =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private final Transactions transactions;
  private final Callers callers;
  private final Journal journal;

  @Activate
  public SettingsImpl(
      @Reference Transactions transactions,
      @Reference Callers callers,
      @Reference Journal journal) {
    this.transactions = transactions;
    this.callers = callers;
    this.journal = journal;
  }

  @Override
  public Company company() {
    return transactions.read(connection -> read(connection, READ));
  }

  @Override
  public Company update(@Nullable Long version, Function<Company, NewCompany> change) {
    if (callers.current().scope(Company.TYPE.resource(), "update") == Scope.NONE) {
      throw CrmException.forbidden("settings:update");
    }
    return transactions.tx(connection -> update(connection, version, change));
  }

  private Company update(
      Connection connection, @Nullable Long version, Function<Company, NewCompany> change)
      throws SQLException {
    try (var insert = connection.prepareStatement(MAKE_SURE)) {
      insert.executeUpdate();
    }
    var before = read(connection, READ + " for update");
    if (version != null && version != before.version()) {
      throw CrmException.stale(before.version());
    }
    var draft = change.apply(before);
    if (draft.equals(Company.TYPE.draft(before))) {
      return before;
    }
    try (var update = connection.prepareStatement(WRITE)) {
      update.setString(1, text(draft));
      update.setObject(2, JournalRows.utc(Instant.now()));
      update.executeUpdate();
    }
    var after = read(connection, READ);
    var changes = new Changes(Company.TYPE, before, after).fields();
    journal.audit("updated", Company.TYPE.name(), null, changes);
    return after;
  }

  private Company read(Connection connection, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      if (!rows.next()) {
        return company(draft("{}"), 0, null);
      }
      var changed = rows.getObject(3, LocalDateTime.class);
      return company(
          draft(rows.getString(1)),
          rows.getLong(2),
          changed == null ? null : changed.toInstant(ZoneOffset.UTC));
    }
  }

  private static Company company(NewCompany draft, long version, @Nullable Instant updatedAt) {
    return new Company(
        version,
        draft.name(),
        draft.address(),
        draft.taxId(),
        draft.bankAccount(),
        draft.logo(),
        draft.baseCurrency(),
        draft.timeZone(),
        draft.taxRates(),
        draft.paymentTerms(),
        draft.paymentDays(),
        draft.numberingPrefixes(),
        updatedAt);
  }

  private NewCompany draft(String text) {
    try {
      return json.readValue(text, NewCompany.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored settings cannot be read", e);
    }
  }

  private String text(NewCompany draft) {
    try {
      return json.writeValueAsString(draft);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the settings cannot be stored", e);
    }
  }
}
