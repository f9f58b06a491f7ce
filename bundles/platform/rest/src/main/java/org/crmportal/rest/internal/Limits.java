package org.crmportal.rest.internal;

import java.util.HashMap;
import java.util.Map;

/** How much one request may bring. */
final class Limits {

  static final long BODY = 1024 * 1024;
  static final long BULK_BODY = 16 * BODY;
  static final int URI = 8 * 1024;

  private Limits() {}

  /** What CXF has no limits for by itself. */
  static Map<String, Object> cxf() {
    var properties = new HashMap<String, Object>();
    properties.put("default.wae.mapper.least.specific", true);
    properties.put("default.content.type", "application/json");
    properties.put("attachment-max-count", "20");
    properties.put("attachment-max-header-size", "2000");
    properties.put("attachment-memory-threshold", "65536");
    return properties;
  }
}
