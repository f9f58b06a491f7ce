// The machine's Chromium, driven by the Playwright that the tests of the portal use.
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const program = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** As in the tests: nothing but the portal asks for anything. */
const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** How long nothing may be asked or answered until a page has all that it wants, in milliseconds. */
const QUIET = 1_000;
/** The window of a desk. */
const look = { locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1280, height: 800 } };

export async function launch() {
  if (!existsSync(program)) {
    throw new Error(`no ${program}: install the package chromium, or set CHROMIUM`);
  }
  const { chromium } = createRequire(import.meta.url)('../../itests/node_modules/package');
  // A scrollbar is dragged.
  return chromium.launch({ executablePath: program, args: flags, ignoreDefaultArgs: ['--hide-scrollbars'] });
}

/** A page of a browser that has nothing cached, with what somebody who was here before keeps: a cookie. */
export async function visitor(browser, base, kept) {
  const context = await browser.newContext({ ...look, baseURL: base, ...(kept && { storageState: kept }) });
  context.setDefaultTimeout(60_000);
  await context.addInitScript({ path: new URL('watch.js', import.meta.url).pathname });
  return context.newPage();
}

/**
 * Counts what comes over the wire to a page until it is quiet there: requests, and bytes with their
 * headers as they were sent. The stream of changes stays open.
 */
export async function wire(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const all = new Map();
  let heard = Date.now();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    all.set(requestId, { url: request.url, bytes: 0, open: true });
    heard = Date.now();
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const one = all.get(requestId);
    if (one) one.bytes += encodedDataLength;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = all.get(requestId);
    if (one) Object.assign(one, { bytes: encodedDataLength, open: false });
    heard = Date.now();
  });
  session.on('Network.loadingFailed', ({ requestId }) => Object.assign(all.get(requestId) ?? {}, { open: false }));
  const busy = () => [...all.values()].some(({ url, open }) => open && !url.endsWith('/api/v1/events'));
  return async () => {
    while (busy() || Date.now() - heard < QUIET) await page.waitForTimeout(50);
    const list = [...all.values()];
    return { requests: list.length, kilobytes: list.reduce((sum, { bytes }) => sum + bytes, 0) / 1024, list };
  };
}

/** The CPU milliseconds that the page's main thread has taken: others who use the machine are not in them. */
export async function clock(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ThreadTime').value * 1_000;
  };
}

/** Samples what a page's scripts do, where a folder is given for it; ends with a file for the browser's own tools. */
export async function profiler(page) {
  const folder = process.env.PROFILE;
  if (!folder) return async () => {};
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Profiler.start');
  return async (name) => {
    const { profile } = await session.send('Profiler.stop');
    writeFileSync(join(folder, `${name.replaceAll(/\W+/g, '-')}.cpuprofile`), JSON.stringify(profile));
    await session.detach();
  };
}
