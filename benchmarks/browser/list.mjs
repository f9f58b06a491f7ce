// What somebody does with a list of 200,000 leads, each with what is to be seen then.

/** See many-leads.sql: the newest has the number 1, and the list begins with it. */
const COUNT = 200_000;
/** One of the rows that are in view at the top. */
const inView = (round) => (round % 10) + 1;
const last = (number) => `Last${String(number).padStart(6, '0')}`;
const newest = last(1);

const cell = (page, text) => page.locator('vaadin-grid-cell-content').filter({ hasText: text }).first();
const heading = (page, name) => page.locator('vaadin-grid-cell-content button.sorter').filter({ hasText: name });
const link = (page, name) =>
  page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true });
const search = (page) => page.getByLabel('Search Leads').first();
const visible = (page) => page.evaluate(() => window.benchmark.rows().map((texts) => texts[2]));
const settled = (page) => page.waitForTimeout(400);
const top = (page, text) =>
  page.waitForFunction((wanted) => window.benchmark.rows()[0]?.includes(wanted), text);

/** Double-clicks the value of the row that is the first in view, which need not be the first in the document. */
async function editValue(page) {
  const { x, y } = await page.locator('vaadin-grid').evaluate((grid) => {
    const top = grid.shadowRoot.querySelector('thead').getBoundingClientRect().bottom;
    const boxes = [...grid.querySelectorAll('vaadin-grid-cell-content')]
      .filter((cell) => cell.textContent.includes('€'))
      .map((cell) => cell.getBoundingClientRect())
      .filter((box) => box.height > 0 && box.top >= top - 1)
      .sort((a, b) => a.top - b.top);
    return { x: boxes[0].x + boxes[0].width / 2, y: boxes[0].y + boxes[0].height / 2 };
  });
  await page.mouse.dblclick(x, y);
}

/** Where the thumb of the grid's scrollbar is at the top, and where it is dragged to. */
const scrollbar = (page) =>
  page.locator('vaadin-grid').evaluate((grid) => {
    const { right, top, bottom } = grid.shadowRoot.querySelector('table').getBoundingClientRect();
    return { x: right - 8, y: top + 24, end: bottom + 40 };
  });

async function toTop(page) {
  await page.locator('vaadin-grid').evaluate((grid) => grid.scrollToIndex(0));
  await top(page, newest);
  await settled(page);
}

async function next(page, event) {
  await settled(page);
  return [event, 'others', await visible(page)];
}

/**
 * `ready` prepares a round and says what is watched: the event, the effect and what it must show.
 * What is a page's own first load is `unpromised` here.
 */
export const interactions = [
  {
    name: 'open the list, the first time',
    unpromised: true,
    async ready(page) {
      await page.goto('/');
      await page.locator('crm-home-card').first().waitFor();
      await settled(page);
      return ['click', 'first', newest];
    },
    act: (page) => link(page, 'Leads').click(),
  },
  {
    name: 'open the list again',
    async ready(page) {
      await link(page, 'Home').click();
      await page.locator('crm-home-card').first().waitFor();
      await settled(page);
      return ['click', 'first', newest];
    },
    act: (page) => link(page, 'Leads').click(),
  },
  {
    name: 'sort by name, last first',
    async ready(page) {
      await heading(page, 'Last name').click();
      await page.waitForURL(/sort=last_name/);
      await settled(page);
      return ['click', 'first', last(COUNT)];
    },
    act: (page) => heading(page, 'Last name').click(),
    async undo(page) {
      await heading(page, 'Last name').click();
      await top(page, newest);
    },
  },
  {
    name: 'sort by value, least first',
    ready: () => ['click', 'first', '€0.00'],
    act: (page) => heading(page, 'Estimated value').click(),
    async undo(page) {
      await heading(page, 'Estimated value').click();
      await page.waitForURL(/sort=-estimated_value/);
      await settled(page);
      await heading(page, 'Estimated value').click();
      await top(page, newest);
    },
  },
  {
    name: 'filter by status',
    async ready(page) {
      await page.locator('crm-filter-bar').getByRole('button', { name: /^Status/ }).click();
      await settled(page);
      return ['click', 'first', last(2)];
    },
    act: (page) => page.getByLabel('Qualified', { exact: true }).click(),
    async undo(page) {
      await page.getByLabel('Qualified', { exact: true }).click();
      await page.keyboard.press('Escape');
      await top(page, newest);
    },
  },
  {
    name: 'search, from the last key',
    async ready(page, round) {
      const word = last(COUNT - 7 * round - 1);
      await search(page).focus();
      await page.keyboard.type(word.slice(0, -1).toLowerCase(), { delay: 100 });
      await page.waitForTimeout(100);
      return ['keydown', 'first', word];
    },
    act: (page, round) => page.keyboard.press(last(COUNT - 7 * round - 1).slice(-1)),
    async undo(page) {
      await page.keyboard.press('Escape');
      await top(page, newest);
    },
  },
  {
    name: 'scroll by the wheel',
    async ready(page, round) {
      if (round === 0) {
        await toTop(page);
        await cell(page, newest).hover();
      }
      return next(page, 'wheel');
    },
    act: (page) => page.mouse.wheel(0, 600),
  },
  {
    name: 'page down',
    async ready(page, round) {
      if (round === 0) {
        await toTop(page);
        await page.locator('vaadin-grid').evaluate((grid) => grid.shadowRoot.querySelector('#items td:nth-child(3)').focus());
        // The first one goes to the last row in view.
        await page.keyboard.press('PageDown');
      }
      return next(page, 'keydown');
    },
    act: (page) => page.keyboard.press('PageDown'),
  },
  {
    name: 'to the end by the scrollbar',
    async ready(page) {
      // A list that is opened anew has read no end yet.
      await link(page, 'Home').click();
      await page.locator('crm-home-card').first().waitFor();
      await link(page, 'Leads').click();
      await page.getByText(/200,000 records/).waitFor();
      await top(page, newest);
      await settled(page);
      const { x, y } = await scrollbar(page);
      await page.mouse.move(x, y);
      await page.mouse.down();
      return ['scroll', 'last', last(COUNT)];
    },
    async act(page) {
      const { x, end } = await scrollbar(page);
      await page.mouse.move(x, end);
      await page.mouse.up();
    },
  },
  {
    name: 'open a record',
    async ready(page, round) {
      if (round === 0) await toTop(page);
      await settled(page);
      const number = inView(round);
      return ['click', 'record', `First${number} ${last(number)}`];
    },
    act: (page, round) => page.getByRole('link', { name: `First${inView(round)}`, exact: true }).click(),
    async undo(page) {
      await page.goBack();
      await top(page, newest);
    },
  },
  {
    name: 'edit in place: the field',
    async ready(page, round) {
      if (round === 0) await toTop(page);
      return ['dblclick', 'editor', null];
    },
    act: editValue,
    undo: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'edit in place: the new value',
    async ready(page, round) {
      await editValue(page);
      await settled(page);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(String(1000 + round));
      return ['keydown', 'saved', `€1,0${String(round).padStart(2, '0')}.00`];
    },
    act: (page) => page.keyboard.press('Enter'),
  },
];
