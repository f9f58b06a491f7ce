package org.crmportal.platform.job;

import java.io.InputStream;
import java.util.UUID;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.record.RecordType;
import org.osgi.annotation.versioning.ProviderType;

/** Takes CSV files with records of any type and imports them as jobs of the kind {@code import}. */
@ProviderType
public interface CsvImports {

  /**
   * Queues the import of a file for the current caller. Separator (comma, semicolon, tab, bar) and
   * encoding (UTF-8, UTF-16 with its mark, windows-1252) are detected.
   *
   * @param file the file, read to its end and not closed
   * @return the job's id
   * @throws CrmException {@code FORBIDDEN} without {@code <resource>:import}; {@code INVALID} if
   *     the mapping, the constants or the key name a header or a field that is not there or cannot
   *     be set, or the file has no header
   */
  UUID submit(RecordType<?, ?> type, CsvImport how, InputStream file);
}
