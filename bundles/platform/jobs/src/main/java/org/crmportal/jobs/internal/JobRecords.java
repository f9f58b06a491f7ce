package org.crmportal.jobs.internal;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.job.Job;
import org.crmportal.platform.record.Creation;
import org.crmportal.platform.record.ListQuery;
import org.crmportal.platform.record.Page;
import org.crmportal.platform.record.RecordService;
import org.crmportal.platform.record.RecordType;
import org.crmportal.platform.record.Records;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows jobs like any other record; nobody changes one but by its commands. */
@Component(service = RecordService.class)
public final class JobRecords implements RecordService<Job, Job.Draft> {

  private final Records records;

  @Activate
  public JobRecords(@Reference Records records) {
    this.records = records;
  }

  @Override
  public RecordType<Job, Job.Draft> type() {
    return Job.TYPE;
  }

  @Override
  public Job get(UUID id) {
    return records.get(Job.TYPE, id);
  }

  @Override
  public Page<Job> find(ListQuery query) {
    return records.find(Job.TYPE, query);
  }

  @Override
  public Job create(Job.Draft draft, Creation how) {
    throw onlyRead();
  }

  @Override
  public Job update(UUID id, @Nullable Long version, Function<Job, Job.Draft> change) {
    throw onlyRead();
  }

  @Override
  public void delete(UUID id, @Nullable Long version) {
    throw onlyRead();
  }

  @Override
  public Job restore(UUID id) {
    throw onlyRead();
  }

  private static CrmException onlyRead() {
    return CrmException.of(
        CrmException.Reason.FORBIDDEN, "read_only", "Jobs change only by their commands", Map.of());
  }
}
