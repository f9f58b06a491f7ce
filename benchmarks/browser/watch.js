// Runs in each page before its own scripts: measures from an event to the frame that shows its effect.
(() => {
  /** In milliseconds. */
  const PATIENCE = 20_000;
  const events = [];
  const long = [];
  new PerformanceObserver((list) => events.push(...list.getEntries())).observe({
    type: 'event', durationThreshold: 16, buffered: true,
  });
  new PerformanceObserver((list) => long.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });

  /** The end of the next frame: what was changed before it is drawn. */
  const frame = () =>
    new Promise((drawn) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => drawn(performance.now());
        port2.postMessage(null);
      });
    });

  /** An element by the elements in whose shadows it stands. */
  const deep = (...path) =>
    path.reduce((found, selector) => (found?.shadowRoot ?? found)?.querySelector(selector) ?? null, document);
  const grid = () => deep('crm-shell', 'crm-list', 'crm-record-grid', 'vaadin-grid');

  /** The rows of the grid that are in view, from top to bottom, each as the texts of its cells. */
  const rows = () => {
    const table = grid()?.shadowRoot?.querySelector('table');
    if (!table) return [];
    const top = table.querySelector('thead').getBoundingClientRect().bottom;
    const bottom = table.getBoundingClientRect().bottom;
    return [...table.querySelectorAll('tbody#items > tr')]
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && box.bottom > top + 1 && box.top < bottom - 1)
      .sort((a, b) => a.box.top - b.box.top)
      .map(({ row }) => (row.hasAttribute('loading') ? [] : [...row.cells].map(text)));
  };
  const text = (cell) => cell.querySelector('slot')?.assignedElements()[0]?.textContent.trim() ?? '';
  const filled = (all) => all.length > 0 && all.every((texts) => texts.length > 1);
  const inFocus = () => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return one;
  };

  /** What has to be seen; `wanted` is what the caller expects to see. */
  const effects = {
    form: () => deep('crm-sign-in', 'vaadin-email-field')?.querySelector('input')?.getBoundingClientRect().height > 0,
    home: () => {
      const cards = [...(deep('crm-shell', 'crm-home')?.shadowRoot?.querySelectorAll('crm-home-card') ?? [])];
      return cards.length > 0 && cards.every((card) => card.getBoundingClientRect().height > 0);
    },
    list: () => filled(rows()),
    heading: () => document.querySelector('h1') !== null,
    /** The first row has this text, and no row in view is empty. */
    first: (wanted) => {
      const all = rows();
      return filled(all) && all[0].includes(wanted);
    },
    /** The last row has this text, and no row in view is empty. */
    last: (wanted) => {
      const all = rows();
      return filled(all) && all.at(-1).includes(wanted);
    },
    /** A row that was not in view is, and no row in view is empty. */
    others: (before) => {
      const all = rows();
      return filled(all) && all.some((texts) => !before.includes(texts[2]));
    },
    record: (wanted) => deep('crm-shell', 'crm-record', 'crm-record-header', 'h1')?.textContent.trim() === wanted,
    editor: () => inFocus() instanceof HTMLInputElement && grid()?.querySelector('crm-cell-editor') != null,
    saved: (wanted) => grid()?.querySelector('crm-cell-editor') == null && rows()[0]?.includes(wanted),
    changed: (wanted) => document.querySelector('output')?.textContent === wanted,
  };

  let watched = null;

  window.benchmark = {
    rows,
    frame,
    /** Waits for the next event of this type, and from it on for the effect. */
    watch(type, effect, wanted) {
      events.length = 0;
      watched = new Promise((done, fail) => {
        setTimeout(() => fail(new Error(`not seen: ${effect} ${wanted}; in view: ${JSON.stringify(rows()[0])}`)), PATIENCE);
        // What scrolls in a shadow is told there only.
        const where = type === 'scroll' ? grid().shadowRoot : window;
        where.addEventListener(
          type,
          async ({ timeStamp }) => {
            let at = await frame();
            while (!effects[effect](wanted)) at = await frame();
            done({ from: timeStamp, shown: at - timeStamp });
          },
          { capture: true, once: true, passive: true },
        );
      });
    },
    /** What the watch saw: milliseconds to the effect, and the longest of the browser's own entries for the interaction. */
    async seen() {
      const { from, shown } = await watched;
      await new Promise((later) => setTimeout(later, 150));
      const own = events.filter((entry) => entry.interactionId > 0 && entry.startTime >= from - 1_000);
      return { shown, interaction: own.reduce((most, { duration }) => Math.max(most, duration), 0) };
    },
    /** Milliseconds from the navigation to the effect, and to the end of the work that was under way then. */
    async loaded(effect) {
      let at = performance.now();
      while (!effects[effect]()) at = await frame();
      await new Promise((later) => setTimeout(later, 500));
      return { shown: at, interactive: long.reduce((end, one) => Math.max(end, one.startTime + one.duration), at) };
    },
  };
})();
