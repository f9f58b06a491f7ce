package org.crmportal.persistence.internal;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.persistence.OptimisticLockException;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;
import org.crmportal.platform.Violation;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Turns what the database refuses into failures that the caller can act on. */
final class Failures {

  private static final Pattern KEY = Pattern.compile("Key \\((?:lower\\()?\\(?([a-z_]+)");

  private Failures() {}

  /** The failure that an exception stands for, or the exception itself if it is a defect. */
  static RuntimeException of(Exception thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
      if (cause instanceof CrmException failure) {
        return failure;
      }
      if (cause instanceof OptimisticLockException
          || cause instanceof org.eclipse.persistence.exceptions.OptimisticLockException) {
        return CrmException.of(Reason.STALE, "stale", "The record has changed meanwhile", Map.of());
      }
      if (cause instanceof SQLException sql) {
        var failure = ofSql(sql);
        return failure == null
            ? new IllegalStateException("database: " + sql.getMessage(), sql)
            : failure;
      }
    }
    return thrown instanceof RuntimeException defect ? defect : new IllegalStateException(thrown);
  }

  private static @Nullable CrmException ofSql(SQLException sql) {
    var state = sql.getSQLState() == null ? "" : sql.getSQLState();
    if (sql instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53")) {
      return unavailable("database_unavailable", "The database cannot be reached at the moment");
    }
    return switch (state) {
      case "23505" -> CrmException.conflict("taken", column(sql) + " is taken already");
      case "23503" ->
          CrmException.conflict(
              "reference",
              column(sql)
                  + " refers to a record that is not there, or something refers to this one");
      case "23514", "23502" ->
          CrmException.invalid(
              List.of(new Violation(constraint(sql), "refused", "is refused by the database")));
      case "22001", "22003", "22021", "22P05", "22007", "22008" ->
          CrmException.invalid("", "unstorable", "a value cannot be stored");
      case "40001", "40P01", "55P03" ->
          unavailable("busy", "Others are changing the same records, try again");
      // the second and third: the node slept within a transaction, or its clock was set
      case "57014", "25P03", "25P04" -> unavailable("too_slow", "The database took too long");
      default -> null;
    };
  }

  private static CrmException unavailable(String kind, String message) {
    return CrmException.of(Reason.UNAVAILABLE, kind, message, Map.of("retry_after", 2));
  }

  private static String column(SQLException sql) {
    if (sql instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
      var detail = postgres.getServerErrorMessage().getDetail();
      var key = detail == null ? null : KEY.matcher(detail);
      return key != null && key.find() ? key.group(1) : constraint(sql);
    }
    return "value";
  }

  private static String constraint(SQLException sql) {
    if (sql instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
      var message = postgres.getServerErrorMessage();
      var name = message.getColumn() == null ? message.getConstraint() : message.getColumn();
      return name == null ? "value" : name;
    }
    return "value";
  }
}
