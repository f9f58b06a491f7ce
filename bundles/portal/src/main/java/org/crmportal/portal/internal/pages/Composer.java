package org.crmportal.portal.internal.pages;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.crmportal.platform.portal.WebComponent;
import org.crmportal.platform.record.RecordType;
import org.crmportal.portal.internal.StaticFile;
import org.crmportal.portal.internal.pages.PortalDescription.CardView;
import org.crmportal.portal.internal.pages.PortalDescription.ComponentView;
import org.crmportal.portal.internal.pages.PortalDescription.MenuView;
import org.crmportal.portal.internal.pages.PortalDescription.Stopped;
import org.jspecify.annotations.Nullable;

/** Puts together what one caller sees of the portal, in one language. */
final class Composer {

  private final Snapshot all;
  private final String language;
  private final Rights rights;
  private final Map<String, DescribedPage> readable = new LinkedHashMap<>();

  /**
   * Begins a description.
   *
   * @param running whether the records of a type are served now
   */
  Composer(Snapshot all, String language, Rights rights, Predicate<RecordType<?, ?>> running) {
    this.all = all;
    this.language = language;
    this.rights = rights;
    all.pages()
        .forEach(
            (name, page) -> {
              if (running.test(page.type()) && rights.read(page.type())) {
                readable.put(name, page);
              }
            });
  }

  PortalDescription description(String currency, List<Stopped> stopped) {
    var whole =
        new PortalDescription("", currency, pages(), menus(), cards(), components(), stopped);
    return new PortalDescription(
        StaticFile.shortened(whole.toString()),
        whole.currency(),
        whole.pages(),
        whole.menus(),
        whole.cards(),
        whole.components(),
        whole.stopped());
  }

  private List<PageView> pages() {
    return readable.values().stream()
        .map(page -> page.view(language, rights, readable))
        .sorted(Comparator.comparing(PageView::order).thenComparing(PageView::name))
        .toList();
  }

  private List<MenuView> menus() {
    return all.menus().values().stream()
        .filter(each -> rights.hold(each.part().permission()))
        .map(
            each -> {
              var menu = each.part();
              return new MenuView(
                  menu.name(),
                  each.source().texts(language).text("menu." + menu.name(), menu.name()),
                  menu.icon(),
                  menu.group(),
                  menu.order(),
                  menu.path(),
                  menu.element(),
                  each.source().module());
            })
        .sorted(Comparator.comparing(MenuView::order).thenComparing(MenuView::name))
        .toList();
  }

  private List<CardView> cards() {
    return all.cards().values().stream()
        .filter(each -> readable.containsKey(each.part().page()))
        .map(
            each -> {
              var card = each.part();
              return new CardView(
                  card.name(),
                  each.source().texts(language).text("card." + card.name(), card.name()),
                  card.order(),
                  card.kind(),
                  card.page(),
                  card.query(),
                  card.groupBy(),
                  card.sum(),
                  card.columns(),
                  card.element());
            })
        .sorted(Comparator.comparing(CardView::order).thenComparing(CardView::name))
        .toList();
  }

  private boolean stands(@Nullable String page) {
    return page == null || page.equals(WebComponent.ANY) || readable.containsKey(page);
  }

  private List<ComponentView> components() {
    return all.components().values().stream()
        .filter(each -> rights.hold(each.part().permission()))
        .filter(each -> stands(each.part().page()))
        .map(
            each -> {
              var part = each.part();
              var source = each.source();
              return new ComponentView(
                  part.element(),
                  "/portal/modules/%s/%s?v=%s"
                      .formatted(source.bundle(), part.file(), source.version(part.file())),
                  part.slot(),
                  part.page(),
                  source.texts(language).text("component." + part.element(), part.element()),
                  part.order());
            })
        .sorted(Comparator.comparing(ComponentView::order).thenComparing(ComponentView::element))
        .toList();
  }
}
