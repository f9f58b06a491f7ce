package org.crmportal.console.internal;

import java.util.List;
import java.util.stream.Stream;
import org.crmportal.platform.CrmException;
import org.crmportal.platform.CrmException.Reason;

/** A failure in words: the problem's sentence, and a line for each field that is wrong. */
final class Complaint {

  private Complaint() {}

  static List<String> of(CrmException failure) {
    var fields =
        failure.violations().stream()
            .filter(each -> !failure.getMessage().contains(each.message()))
            .map(
                each ->
                    "  " + (each.field().isEmpty() ? "" : each.field() + ": ") + each.message());
    return Stream.concat(Stream.of("crm: " + failure.getMessage()), fields).toList();
  }

  /** Whether another command line would do. */
  static boolean isWrongInput(CrmException failure) {
    return failure.reason() == Reason.BAD_REQUEST || failure.reason() == Reason.INVALID;
  }
}
