package org.crmportal.portal.internal.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmportal.platform.portal.Card;
import org.crmportal.platform.portal.Menu;
import org.crmportal.platform.portal.PortalPart;
import org.crmportal.platform.portal.RecordPage;
import org.crmportal.platform.portal.WebComponent;

/** All parts that can be shown now, and what is wrong with the others. */
final class Snapshot {

  private final Map<String, DescribedPage> pages = new LinkedHashMap<>();
  private final Map<String, Owned<Menu>> menus = new LinkedHashMap<>();
  private final Map<String, Owned<Card>> cards = new LinkedHashMap<>();
  private final Map<String, Owned<WebComponent>> components = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  /** A part and the bundle that it comes from. */
  record Owned<P extends PortalPart>(P part, Source source) {}

  /**
   * Why something is not shown.
   *
   * @param part what it is: {@code page lead}
   * @param cause what is wrong with it
   */
  record Fault(String part, String cause) {}

  /** The parts of several sources; the earlier ones have the names that two want. */
  static Snapshot of(List<Source> sources) {
    var snapshot = new Snapshot();
    sources.forEach(snapshot::add);
    snapshot.checkCards();
    return snapshot;
  }

  Map<String, DescribedPage> pages() {
    return pages;
  }

  Map<String, Owned<Menu>> menus() {
    return menus;
  }

  Map<String, Owned<Card>> cards() {
    return cards;
  }

  Map<String, Owned<WebComponent>> components() {
    return components;
  }

  List<Fault> faults() {
    return faults;
  }

  private void add(Source source) {
    faults.addAll(source.faults());
    source.pages().forEach(page -> put("page", pages, page.type().name(), page));
    for (var part : source.parts()) {
      if (part instanceof Menu menu) {
        put("menu", menus, menu.name(), new Owned<>(menu, source));
      } else if (part instanceof Card card) {
        put("card", cards, card.name(), new Owned<>(card, source));
      } else if (part instanceof WebComponent component) {
        add(component, source);
      } else if (!(part instanceof RecordPage)) {
        throw new IllegalStateException(part.getClass() + " is no part");
      }
    }
  }

  private void add(WebComponent component, Source source) {
    if (source.version(component.file()) == null) {
      var cause = "its bundle has no portal/" + component.file();
      faults.add(new Fault("component " + component.element(), cause));
    } else {
      var place = component.element() + " " + component.slot() + " " + component.page();
      put("component", components, place, new Owned<>(component, source));
    }
  }

  private <V> void put(String kind, Map<String, V> all, String name, V value) {
    if (all.putIfAbsent(name, value) != null) {
      faults.add(new Fault(kind + " " + name, "it is described twice"));
    }
  }

  /** The columns that a card names are those of a page, which may be another bundle's. */
  private void checkCards() {
    cards.values().removeIf(each -> !fits(each.part()));
  }

  private boolean fits(Card card) {
    var page = pages.get(card.page());
    if (page == null) {
      return true;
    }
    var named = new ArrayList<>(card.columns());
    if (card.groupBy() != null) {
      named.add(card.groupBy());
    }
    var wrong = new ArrayList<>(PageChecks.columns(page.type(), named));
    if (card.sum() != null && !PageChecks.number(page.type(), card.sum())) {
      wrong.add("it names " + card.sum() + ", which is no number");
    }
    wrong.forEach(cause -> faults.add(new Fault("card " + card.name(), cause)));
    return wrong.isEmpty();
  }
}
