package org.crmportal.clients.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.crmportal.clients.Client;
import org.crmportal.clients.ClientPart;

/** A part of a client that another module keeps, as a test wants it. */
final class TestPart implements ClientPart {

  private final String name;
  final Set<UUID> origins = new HashSet<>();
  long dependants;
  long records;
  boolean broken;

  TestPart(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String resource() {
    return name;
  }

  @Override
  public Object read(Client client) {
    if (broken) {
      throw new IllegalStateException(name + " is broken");
    }
    return records;
  }

  @Override
  public long count(UUID client) {
    return records;
  }

  @Override
  public long move(UUID from, UUID into) {
    return records;
  }

  @Override
  public long dependants(UUID client) {
    return dependants;
  }

  @Override
  public Set<UUID> origins(UUID client) {
    return origins;
  }
}
