package org.crmportal.platform.portal;

import java.util.List;

/**
 * A list of other records on a record's page; shown only to who may read them, while their module
 * runs.
 *
 * @param page the record type of the other records: {@code contact}
 * @param path their list below {@code /api/v1/}, in which {@code {id}} stands for the record's id:
 *     {@code clients/{id}/contacts}, {@code leads?converted_to_client_id={id}}
 * @param columns what the list shows; empty means what the other page's own list shows
 */
public record Related(String page, String path, List<String> columns) {

  /** Copies the columns. */
  public Related {
    columns = List.copyOf(columns);
  }
}
