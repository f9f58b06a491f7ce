package org.crmportal.jobs.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.crmportal.platform.Transactions;

/** The files of jobs, kept in the database in parts so that any node can read them. */
final class JobFiles {

  private static final int PART = 512 * 1024;

  private final Transactions transactions;

  JobFiles(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Keeps a file, read to its end, in the running transaction. */
  void write(UUID job, InputStream file) {
    transactions.tx(
        connection -> {
          var sql = "INSERT INTO job_files (job_id, part, content) VALUES (?, ?, ?)";
          try (var insert = connection.prepareStatement(sql)) {
            var content = file.readNBytes(PART);
            for (int part = 0; content.length > 0; part++) {
              insert.setObject(1, job);
              insert.setInt(2, part);
              insert.setBytes(3, content);
              insert.executeUpdate();
              content = file.readNBytes(PART);
            }
            return job;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** A file from its beginning; one part of it is in memory at a time. */
  InputStream read(UUID job) {
    return new Parts(job);
  }

  private final class Parts extends InputStream {

    private final UUID job;
    private byte[] content = new byte[0];
    private int at;
    private int part;

    Parts(UUID job) {
      this.job = job;
    }

    @Override
    public int read() {
      return ended() ? -1 : content[at++] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (ended()) {
        return -1;
      }
      int count = Math.min(length, content.length - at);
      System.arraycopy(content, at, buffer, offset, count);
      at += count;
      return count;
    }

    private boolean ended() {
      if (at == content.length) {
        content = load();
        at = 0;
        part++;
      }
      return content.length == 0;
    }

    private byte[] load() {
      return transactions.read(
          connection -> {
            var sql = "SELECT content FROM job_files WHERE job_id = ? AND part = ?";
            try (var select = connection.prepareStatement(sql)) {
              select.setObject(1, job);
              select.setInt(2, part);
              var found = select.executeQuery();
              return found.next() ? found.getBytes(1) : new byte[0];
            }
          });
    }
  }
}
