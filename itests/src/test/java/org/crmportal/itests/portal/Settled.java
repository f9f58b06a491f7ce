package org.crmportal.itests.portal;

import com.microsoft.playwright.Page;

/** Waits until a page shows what it has: nothing is loading, nothing moves. */
final class Settled {

  private static final String STILL =
      """
      () => {
        const all = (root) => [...root.querySelectorAll('*')].flatMap((one) =>
          one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one]);
        const elements = all(document);
        const waiting = elements.some((one) =>
          one.matches('crm-skeleton, .skeleton, .skeletons, [aria-busy=true], vaadin-grid[loading]'));
        const moving = document.getAnimations().some((one) =>
          one.playState === 'running' && one.effect.getComputedTiming().endTime !== Infinity);
        const drawn = elements.some((one) => one.matches('h1, crm-failure'));
        return drawn && !waiting && !moving;
      }
      """;

  private Settled() {}

  static void await(Page page) {
    page.waitForFunction(STILL);
  }
}
