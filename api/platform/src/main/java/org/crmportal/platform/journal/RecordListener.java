package org.crmportal.platform.journal;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears about committed changes of records of every type; register an implementation as a service.
 * Each listener is called by one thread, in the order of the commits of this node; one that throws,
 * blocks or never returns harms nobody else.
 */
@ConsumerType
public interface RecordListener {

  /** Called after the change is committed, and never before. An exception is logged. */
  void changed(RecordChange<?> change);
}
