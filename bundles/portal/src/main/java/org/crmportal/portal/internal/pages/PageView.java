package org.crmportal.portal.internal.pages;

import java.util.List;
import java.util.Map;
import org.crmportal.platform.portal.Board;
import org.crmportal.platform.portal.Group;
import org.crmportal.portal.internal.pages.PortalDescription.ActionView;
import org.crmportal.portal.internal.pages.PortalDescription.RelatedView;
import org.crmportal.portal.internal.pages.PortalDescription.SectionView;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a record type, as one user may see them.
 *
 * @param status the column of the state, or null
 * @param can by action, whether the user may do it with any record
 */
public record PageView(
    String name,
    String path,
    String module,
    String resource,
    String label,
    String plural,
    String icon,
    @Nullable Group group,
    int order,
    List<String> title,
    @Nullable String status,
    boolean timeline,
    boolean softDelete,
    boolean versioned,
    boolean readOnly,
    boolean searchable,
    Map<String, Boolean> can,
    List<ColumnView> columns,
    ListView list,
    List<SectionView> form,
    @Nullable Board board,
    List<RelatedView> related,
    List<ActionView> actions) {

  /** How a list begins. */
  public record ListView(
      List<String> columns, String sort, List<String> filters, List<String> editable) {}

  /** The same pages with what only one user sees of them. */
  PageView of(Map<String, Boolean> rights, List<RelatedView> others, List<ActionView> permitted) {
    return new PageView(
        name,
        path,
        module,
        resource,
        label,
        plural,
        icon,
        group,
        order,
        title,
        status,
        timeline,
        softDelete,
        versioned,
        readOnly,
        searchable,
        rights,
        columns,
        list,
        form,
        board,
        others,
        permitted);
  }
}
