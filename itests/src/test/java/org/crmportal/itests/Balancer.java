package org.crmportal.itests;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends each call to the next of several nodes, as a balancer without affinity does. */
final class Balancer {

  private final List<Api> nodes;
  private final AtomicInteger next = new AtomicInteger();

  Balancer(List<Api> nodes) {
    this.nodes = nodes;
  }

  /** The calls of one caller, on the node whose turn it is. */
  Api api() {
    return nodes.get(Math.floorMod(next.getAndIncrement(), nodes.size()));
  }
}
