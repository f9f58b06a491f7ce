// The first load: what comes over the wire to a browser that knows nothing, and when it can be used.
import { clock, visitor, wire } from './chromium.mjs';
import { median, promise, round, table } from './figures.mjs';
import { bareServer } from './yardstick.mjs';

const MOST_KILOBYTES = 300;
const MOST_MILLISECONDS = 1_500;

/** One cold load of an address, until this is seen. */
async function load(browser, base, path, effect, kept) {
  const page = await visitor(browser, base, kept);
  const sent = await wire(page);
  await page.goto(path, { waitUntil: 'commit' });
  const taken = await clock(page);
  const times = await page.evaluate((wanted) => window.benchmark.loaded(wanted), effect);
  return { page, times: { ...times, cpu: await taken() }, sent };
}

export async function signIn(page, { email, password }) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.evaluate(() => window.benchmark.watch('click', 'home'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  return page.evaluate(() => window.benchmark.seen());
}

/** Sign-in page, the way on from it, and the pages of somebody who comes back with an empty cache. */
export async function measureFirstLoad(browser, base, person, rounds) {
  const seen = { 'sign-in page': [], 'first page after it': [], 'home, signed in': [], 'list, signed in': [], 'bare page': [] };
  const bare = await bareServer();
  let kept;
  for (let i = 0; i < rounds; i++) {
    const first = await load(browser, base, '/', 'form');
    const before = await first.sent();
    seen['sign-in page'].push({ ...first.times, ...before });
    const { shown } = await signIn(first.page, person);
    const after = await first.sent();
    seen['first page after it'].push({
      shown,
      interactive: NaN,
      cpu: NaN,
      requests: after.requests - before.requests,
      kilobytes: after.kilobytes - before.kilobytes,
      list: after.list.slice(before.list.length),
    });
    kept = await first.page.context().storageState();
    await first.page.context().close();
    for (const [name, path, effect] of [['home, signed in', '/', 'home'], ['list, signed in', '/leads', 'list']]) {
      const { page, times, sent } = await load(browser, base, path, effect, kept);
      seen[name].push({ ...times, ...(await sent()) });
      kept = await page.context().storageState();
      await page.context().close();
    }
    const { page, times, sent } = await load(browser, bare.address, '/', 'heading');
    seen['bare page'].push({ ...times, ...(await sent()) });
    await page.context().close();
  }
  bare.close();
  say(seen);
}

function say(seen) {
  const of = (name, what) => median(seen[name].map((one) => one[what]));
  const floor = of('bare page', 'shown');
  table(
    ['first load, nothing cached', 'requests', 'KB', 'shown ms', 'interactive ms', 'CPU ms', 'of a bare page'],
    Object.keys(seen).map((name) => [
      name,
      round(of(name, 'requests')),
      round(of(name, 'kilobytes')),
      round(of(name, 'shown')),
      round(of(name, 'interactive')),
      round(of(name, 'cpu')),
      round(of(name, 'shown') / floor, 1),
    ]),
  );
  if (process.env.WIRE) {
    for (const [name, rounds] of Object.entries(seen)) {
      rounds.at(-1).list.forEach(({ url, bytes }) => console.log(`${name}: ${round(bytes / 1024, 1)} KB ${url}`));
    }
  }
  promise('KB of the first load, to the first page after the sign-in', of('sign-in page', 'kilobytes') + of('first page after it', 'kilobytes'), MOST_KILOBYTES, 'KB');
  for (const name of ['sign-in page', 'home, signed in', 'list, signed in']) {
    promise(`${name}, interactive`, of(name, 'interactive'), MOST_MILLISECONDS, 'ms');
  }
}
