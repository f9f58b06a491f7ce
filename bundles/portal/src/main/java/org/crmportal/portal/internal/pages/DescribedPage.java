package org.crmportal.portal.internal.pages;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crmportal.platform.portal.Action;
import org.crmportal.platform.portal.Board;
import org.crmportal.platform.portal.RecordPage;
import org.crmportal.platform.portal.Related;
import org.crmportal.platform.record.RecordType;
import org.crmportal.portal.internal.pages.PortalDescription.ActionView;
import org.crmportal.portal.internal.pages.PortalDescription.RelatedView;
import org.crmportal.portal.internal.pages.PortalDescription.SectionView;

/**
 * A record type's pages with the texts of their bundle; what all users see of them is made once.
 */
final class DescribedPage {

  private final RecordPage page;
  private final RecordType<?, ?> type;
  private final Map<String, Wording> wordings;
  private final Map<String, PageView> views = new HashMap<>();

  DescribedPage(RecordPage page, Map<String, Wording> wordings) {
    this.page = page;
    this.type = page.type();
    this.wordings = wordings;
    var columns = new Columns(page);
    wordings.forEach((language, texts) -> views.put(language, view(columns, texts)));
  }

  RecordType<?, ?> type() {
    return type;
  }

  RecordPage page() {
    return page;
  }

  /**
   * The pages as a caller sees them.
   *
   * @param others the pages that the caller sees, by name
   */
  PageView view(String language, Rights rights, Map<String, DescribedPage> others) {
    var texts = texts(language);
    var related =
        page.related().stream()
            .filter(each -> others.containsKey(each.page()))
            .map(each -> related(each, texts, others.get(each.page())))
            .toList();
    var actions =
        page.actions().stream()
            .filter(each -> rights.may(type, each.permission()))
            .map(each -> action(each, texts))
            .toList();
    return Objects.requireNonNull(views.get(language)).of(rights.of(type), related, actions);
  }

  private Wording texts(String language) {
    return Objects.requireNonNull(wordings.get(language));
  }

  private PageView view(Columns columns, Wording texts) {
    var name = type.name();
    var label = texts.text(name, name);
    return new PageView(
        name,
        type.path(),
        type.module(),
        type.resource(),
        label,
        texts.text(name + ".plural", label),
        page.icon(),
        page.group().orElse(null),
        page.order(),
        type.titles(),
        type.status().orElse(null),
        type.timeline(),
        type.softDelete(),
        type.versioned(),
        type.readOnly(),
        !type.texts().isEmpty(),
        Map.of(),
        columns.in(texts),
        new PageView.ListView(page.list(), sort(), page.filters(), page.editable()),
        sections(texts),
        page.board().map(this::whole).orElse(null),
        List.of(),
        List.of());
  }

  private List<SectionView> sections(Wording texts) {
    return page.sections().stream()
        .map(
            each -> {
              var key = type.name() + ".section." + each.name();
              return new SectionView(each.name(), texts.text(key, each.name()), each.columns());
            })
        .toList();
  }

  private String sort() {
    var given = page.sort();
    return given != null ? given : type.columns().containsKey("created_at") ? "-created_at" : "id";
  }

  private Board whole(Board board) {
    return board.values().isEmpty()
        ? board.values(Columns.values(type.column(board.column())).toArray(String[]::new))
        : board;
  }

  private RelatedView related(Related related, Wording texts, DescribedPage other) {
    var key = type.name() + ".related." + related.page();
    var columns = related.columns().isEmpty() ? other.page.list() : related.columns();
    return new RelatedView(
        related.page(), related.path(), texts.text(key, other.type.name()), columns);
  }

  private ActionView action(Action action, Wording texts) {
    var key = type.name() + ".action." + action.name();
    return new ActionView(
        action.name(),
        texts.text(key, action.name()),
        action.icon(),
        action.permission(),
        Objects.requireNonNullElse(action.method(), "POST"),
        Objects.requireNonNullElse(action.path(), type.path() + "/{id}/" + action.name()),
        action.bulk() ? type.path() + "/bulk/" + action.name() : null,
        action.when().isEmpty()
            ? null
            : Collections.unmodifiableMap(new LinkedHashMap<>(action.when())),
        action.asks() ? texts.text(key + ".confirm", action.name() + "?") : null,
        action.component());
  }
}
