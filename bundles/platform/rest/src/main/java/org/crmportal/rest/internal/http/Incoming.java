package org.crmportal.rest.internal.http;

import org.crmportal.platform.CrmException;
import org.jspecify.annotations.Nullable;

/** What is known of the body of a call. */
public final class Incoming {

  private @Nullable CrmException refused;
  private byte @Nullable [] bytes;
  private boolean read;

  /** Keeps why it was refused. */
  public void refuse(CrmException why) {
    this.refused = why;
  }

  @Nullable CrmException refused() {
    return refused;
  }

  /** Keeps it for comparing it with a repeated request's. */
  public void keep(byte[] whole) {
    this.bytes = whole;
  }

  byte @Nullable [] kept() {
    return bytes;
  }

  /** Notes that the request was read and its method is being called. */
  void readToItsEnd() {
    read = true;
  }

  /** Whether it was read before the method was called. */
  boolean wasRead() {
    return read;
  }
}
