// Measures the portal of a running node whose leads are those of many-leads.sql; see ../README.md.
import { clock, launch, profiler, visitor } from './chromium.mjs';
import { median, most, promise, round, sayPromises, table } from './figures.mjs';
import { measureFirstLoad, signIn } from './first-load.mjs';
import { interactions } from './list.mjs';
import { asked, bareFrame, plain } from './yardstick.mjs';

const MOST_MILLISECONDS = 100;
const { BASE: base, CRM_ADMIN_EMAIL: email, CRM_ADMIN_PASSWORD: password } = process.env;
const rounds = Number(process.env.ROUNDS ?? 20);
const wanted = new RegExp(process.env.ONLY ?? '.');

/** One interaction, some times: what it took each time, and what the same takes on a bare page. */
async function measure({ name, ready, act, undo }, page, bare, requests) {
  const seen = [];
  const profile = await profiler(page);
  const taken = await clock(page);
  for (let i = -1; i < rounds; i++) {
    const number = i + 1;
    const watch = await ready(page, number);
    requests.clear();
    await page.evaluate((of) => window.benchmark.watch(...of), watch);
    const before = await taken();
    await act(page, number);
    const times = await page.evaluate(() => window.benchmark.seen()).catch((failure) => {
      throw new Error(`${name}, round ${number}: ${failure.message}`);
    });
    const cpu = (await taken()) - before;
    const count = requests.all().length;
    const reads = requests.reads();
    const { read, drawn } = await plain(bare, reads, page);
    if (process.env.TELL) console.log(name, number, JSON.stringify(times), requests.all().map((one) => one.method() + ' ' + one.url()));
    await undo?.(page, number);
    // The first one brings what later ones find: scripts, plans, pages in memory.
    if (i >= 0) seen.push({ ...times, cpu, count, read: reads.length === 0 ? 0 : read, drawn });
  }
  await profile(name);
  return seen;
}

function line({ name, unpromised }, seen) {
  const of = (what) => seen.map((one) => one[what]);
  const shown = median(of('shown'));
  const drawn = median(of('drawn'));
  if (!unpromised) {
    promise(`${name}, to the frame that shows it (median)`, shown, MOST_MILLISECONDS, 'ms');
    promise(`${name}, the browser's own measure (95 %)`, most(of('interaction')), MOST_MILLISECONDS, 'ms');
  }
  return [
    name,
    round(shown),
    round(most(of('shown'))),
    round(median(of('interaction'))),
    round(most(of('interaction'))),
    round(median(of('cpu'))),
    round(median(of('count'))),
    round(median(of('read'))),
    round(drawn),
    round(shown / drawn, 1),
  ];
}

const browser = await launch();
try {
  console.log(`Chromium ${browser.version()}, ${rounds} rounds`);
  if (wanted.test('first load')) {
    await measureFirstLoad(browser, base, { email, password }, Math.min(rounds, 5));
  }
  const page = await visitor(browser, base);
  await page.goto('/');
  await signIn(page, { email, password });
  const bare = await page.context().newPage();
  const frame = await bareFrame(bare, rounds);
  // A page of the same server, for its requests.
  await bare.goto('/health/live');
  await page.bringToFront();
  await page.goto('/leads');
  await page.waitForFunction(() => window.benchmark.rows().length > 0);
  const requests = asked(page);
  const lines = [];
  for (const one of interactions.filter(({ name }) => wanted.test(name))) {
    lines.push(line(one, await measure(one, page, bare, requests)));
  }
  console.log(`\na click and its frame on a bare page: ${round(frame)} ms`);
  table(['with 200,000 leads', 'shown ms', '95 %', 'INP ms', '95 %', 'CPU ms', 'requests', 'fetch ms', 'plain ms', 'ratio'], lines);
  console.log();
  sayPromises();
} finally {
  await browser.close();
}
