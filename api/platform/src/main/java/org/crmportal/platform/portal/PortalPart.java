package org.crmportal.platform.portal;

/** One thing that a module adds to the web portal. */
public sealed interface PortalPart permits RecordPage, Menu, Card, WebComponent {

  /** What it is called among its like. */
  String name();
}
