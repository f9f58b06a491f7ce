package org.crmportal.itests.portal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crmportal.itests.CrmServer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The visitors of one test; a failed one leaves pictures in {@code target/portal}. */
final class Visits implements BeforeEachCallback, AfterEachCallback {

  private static final Namespace RUN = Namespace.create(Visits.class);

  private final List<Visitor> visitors = new ArrayList<>();
  private ExtensionContext test;

  @Override
  public void beforeEach(ExtensionContext context) {
    test = context;
    visitors.clear();
  }

  /** Somebody with a browser of their own who has not opened a page yet. */
  Visitor to(CrmServer server, Look look) {
    var chromium =
        test.getRoot()
            .getStore(RUN)
            .getOrComputeIfAbsent(Chromium.class, k -> new Chromium(), Chromium.class);
    var visitor = new Visitor(chromium.context(look, server.address().toString()));
    visitors.add(visitor);
    return visitor;
  }

  /** Somebody at a desk. */
  Visitor to(CrmServer server) {
    return to(server, Look.DESK);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var failed = context.getExecutionException().isPresent();
    var complaints = new ArrayList<String>();
    for (var visitor : visitors) {
      complaints.addAll(visitor.complaints());
    }
    for (var i = 0; i < visitors.size(); i++) {
      visitors.get(i).leave(failed || !complaints.isEmpty() ? folder(context, i) : null);
    }
    if (!failed && !complaints.isEmpty()) {
      throw new AssertionError("the browser complains:\n" + String.join("\n", complaints));
    }
  }

  private static Path folder(ExtensionContext context, int number) {
    var type = context.getRequiredTestClass().getSimpleName();
    var name = context.getRequiredTestMethod().getName();
    return Path.of("target", "portal", type, name + "-" + number);
  }
}
