package org.crmportal.journal.internal;

import java.util.UUID;
import java.util.function.Function;
import org.crmportal.platform.journal.AuditLog;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.NoDraft;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows the audit trail; it is written by the journal, and changed by nobody. */
@Component(service = RecordService.class)
public final class AuditLogService implements RecordService<AuditLog, NoDraft> {

  private final Records records;

  @Activate
  public AuditLogService(@Reference Records records) {
    this.records = records;
  }

  @Override
  public RecordType<AuditLog, NoDraft> type() {
    return AuditLog.TYPE;
  }

  @Override
  public AuditLog get(UUID id) {
    return records.get(AuditLog.TYPE, id);
  }

  @Override
  public Page<AuditLog> find(ListQuery query) {
    return records.find(AuditLog.TYPE, query);
  }

  @Override
  public AuditLog create(NoDraft draft, Creation how) {
    throw readOnly();
  }

  @Override
  public AuditLog update(UUID id, @Nullable Long version, Function<AuditLog, NoDraft> change) {
    throw readOnly();
  }

  @Override
  public void delete(UUID id, @Nullable Long version) {
    throw readOnly();
  }

  @Override
  public AuditLog restore(UUID id) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("The audit trail is only read");
  }
}
