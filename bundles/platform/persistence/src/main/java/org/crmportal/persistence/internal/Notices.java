package org.crmportal.persistence.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.crmportal.platform.NoticeListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what nodes tell each other, over a connection of its own that goes past every pool. When
 * that is lost it makes a new one, and tells the listeners that they may have missed something.
 */
@Component(service = Notices.class, immediate = true)
public final class Notices {

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final int PAUSE_MILLISECONDS = 500;
  private static final int END_MILLISECONDS = 5_000;

  private final DataSource admin;
  private final List<NoticeListener> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "crm-notices");

  @Activate
  public Notices(@Reference(target = "(osgi.jndi.service.name=crm-admin)") DataSource admin) {
    this.admin = admin;
    thread.setDaemon(true);
    thread.start();
  }

  /** A listener has come. */
  @Reference(
      name = "listener",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void add(NoticeListener listener) {
    listeners.add(listener);
  }

  /** A listener has gone. */
  public void remove(NoticeListener listener) {
    listeners.remove(listener);
  }

  /** Hears and tells nothing any more. */
  @Deactivate
  public void close() {
    closed.countDown();
    try {
      thread.join(END_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean open() {
    return closed.getCount() > 0;
  }

  private void run() {
    boolean told = false;
    var untold = new Untold();
    while (open()) {
      try (var session = new NoticeSession(admin, untold)) {
        told = false;
        while (open()) {
          session.turn(listeners);
        }
      } catch (SQLException | RuntimeException e) {
        if (!told) {
          LOG.warn("Other nodes are neither heard nor told: {}", e.toString());
        }
        told = true;
        pause();
      }
    }
  }

  private void pause() {
    try {
      if (closed.await(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        LOG.debug("closed while the database was away");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
