package org.crmportal.jobs.internal.csv;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.UUID;
import org.crmportal.platform.Callers;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.job.CsvImport;
import org.crmportal.platform.job.CsvImports;
import org.crmportal.platform.job.Jobs;
import org.crmportal.platform.record.RecordType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks an import against the beginning of its file, and queues it. */
@Component
public final class CsvImportsImpl implements CsvImports {

  private static final int HEAD = 64 * 1024;

  private final Jobs jobs;
  private final Callers callers;

  @Activate
  public CsvImportsImpl(@Reference Jobs jobs, @Reference Callers callers) {
    this.jobs = jobs;
    this.callers = callers;
  }

  @Override
  public UUID submit(RecordType<?, ?> type, CsvImport how, InputStream file) {
    var permission = type.resource() + ":" + ImportRunner.KIND;
    if (!callers.current().may(permission)) {
      throw CrmException.forbidden(permission);
    }
    var whole = new BufferedInputStream(file, HEAD);
    var head = head(whole);
    var header = CsvFile.detect(() -> new ByteArrayInputStream(head)).header();
    ImportPlan.of(type, how, header);
    var order = new ImportOrder(type.name(), type.module(), how, header);
    return jobs.submit(ImportRunner.KIND, order.parameters(), whole);
  }

  /** The first lines of a file, none of them cut off. */
  private static byte[] head(BufferedInputStream file) {
    try {
      file.mark(HEAD);
      var head = file.readNBytes(HEAD);
      file.reset();
      int end = head.length;
      while (head.length == HEAD && end > 0 && head[end - 1] != '\n') {
        end--;
      }
      return end == 0 ? head : Arrays.copyOf(head, end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
