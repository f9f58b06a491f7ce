package org.crmportal.itests.portal;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Goes through a page with Tab as somebody without a mouse does. */
final class FocusWalk {

  private static final int MOST = 150;

  /** What has the focus, in whatever shadow, and whether one sees that. */
  private static final String FOCUSED =
      """
      () => {
        let one = document.activeElement;
        const path = [];
        while (one) {
          path.push(one.localName + (one.id ? '#' + one.id : ''));
          if (!one.shadowRoot?.activeElement) break;
          one = one.shadowRoot.activeElement;
        }
        if (!one || one === document.body) return null;
        window.walked ??= new Map();
        if (!window.walked.has(one)) window.walked.set(one, window.walked.size);
        const box = one.getBoundingClientRect();
        const marks = [];
        for (let at = one; at; at = at.parentElement ?? at.getRootNode().host) {
          for (const pseudo of [null, '::before', '::after']) {
            const style = getComputedStyle(at, pseudo);
            marks.push((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
              || style.boxShadow !== 'none');
          }
          const inner = at.shadowRoot ? [...at.shadowRoot.querySelectorAll('[part]')] : [];
          inner.forEach((part) => {
            const style = getComputedStyle(part);
            marks.push((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
              || style.boxShadow !== 'none');
          });
          if (at.localName.includes('-') && at !== one) break;
        }
        return {
          id: window.walked.get(one),
          name: path.join(' > ') + ' ' + (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40),
          seen: marks.some(Boolean) && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
        };
      }
      """;

  private final Page page;

  FocusWalk(Page page) {
    this.page = page;
  }

  /**
   * What the walk found.
   *
   * @param stops how many elements had the focus
   * @param invisible those of which nobody sees that they have it
   */
  record Walked(int stops, List<String> invisible) {}

  /** Presses Tab until it is where it was before. */
  Walked walk() {
    var stops = new LinkedHashSet<Object>();
    var invisible = new ArrayList<String>();
    for (var i = 0; i < MOST; i++) {
      page.keyboard().press("Tab");
      if (!(page.evaluate(FOCUSED) instanceof Map<?, ?> focused) || !stops.add(focused.get("id"))) {
        break;
      }
      if (!Boolean.TRUE.equals(focused.get("seen"))) {
        invisible.add(String.valueOf(focused.get("name")));
      }
    }
    return new Walked(stops.size(), invisible);
  }
}
