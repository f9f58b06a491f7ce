// What the same browser needs without the portal: for a page, for a frame, and for the same requests.
import { createServer } from 'node:http';
import { median } from './figures.mjs';

const PAGE = `<!doctype html><meta charset="utf-8"><title>bare</title><h1>Bare</h1>
<button onclick="document.querySelector('output').textContent = ++window.times">Next</button><output></output>
<script>window.times = 0</script>`;

/** Serves one small page that is all there is. */
export async function bareServer() {
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'no-store' }).end(PAGE),
  );
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Milliseconds from a click to the frame that shows a changed word: no page is faster. */
export async function bareFrame(page, rounds) {
  const bare = await bareServer();
  await page.goto(bare.address);
  const shown = [];
  for (let i = 1; i <= rounds; i++) {
    await page.evaluate((wanted) => window.benchmark.watch('click', 'changed', wanted), String(i));
    await page.getByRole('button').click();
    shown.push((await page.evaluate(() => window.benchmark.seen())).shown);
  }
  bare.close();
  return median(shown);
}

/** Collects what the portal asks for its rows or record; the count and the stream of changes are not waited for. */
export function asked(page) {
  let list = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/') && !request.url().endsWith('/events')) {
      list.push(request);
    }
  });
  return {
    clear: () => (list = []),
    all: () => list,
    reads: () =>
      list
        .filter((one) => one.method() === 'GET' && !one.url().includes('count=true'))
        .map((one) => ({ url: one.url(), authorization: one.headers()['authorization'] })),
  };
}

/**
 * Asks the same again, at once, from a bare page, and draws what comes as a plain table:
 * the milliseconds until all is read, and to the frame that shows it. Without a question the rows
 * that came last are drawn again. Then the page of the portal is in front again.
 */
export async function plain(page, reads, front) {
  // A browser draws what is behind another page once a second.
  await page.bringToFront();
  const taken = await drawnPlainly(page, reads);
  await front.bringToFront();
  return taken;
}

function drawnPlainly(page, reads) {
  return page.evaluate(async (all) => {
    const begin = performance.now();
    const answers = await Promise.all(
      all.map(({ url, authorization }) =>
        fetch(url, { cache: 'no-store', headers: { Accept: 'application/json', Authorization: authorization } }).then((answer) => answer.json()),
      ),
    );
    const read = performance.now() - begin;
    if (answers.length > 0) {
      window.rows = answers.flatMap((answer) => answer.items ?? [answer]);
    }
    const table = document.createElement('table');
    (window.rows ?? []).slice(0, 50).forEach((row) => {
      const line = table.insertRow();
      Object.values(row).forEach((value) => (line.insertCell().textContent = String(value ?? '')));
    });
    (document.body ?? document.documentElement).replaceChildren(table);
    return { read, drawn: (await window.benchmark.frame()) - begin };
  }, reads);
}
