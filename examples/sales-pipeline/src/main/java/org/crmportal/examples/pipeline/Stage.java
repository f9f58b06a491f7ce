package org.crmportal.examples.pipeline;

/** What a deal stage of the data set is here. */
enum Stage {
  PROSPECTING("new", "prospect"),
  ENGAGING("contacted", "qualified"),
  WON("converted", "closed_won"),
  LOST("lost", "closed_lost");

  final String status;
  final String stage;

  Stage(String status, String stage) {
    this.status = status;
    this.stage = stage;
  }
}
