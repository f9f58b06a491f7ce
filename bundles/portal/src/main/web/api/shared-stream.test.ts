import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from './problem';
import { SharedStream, type ServerEvent } from './shared-stream';

/** The locks of a browser as far as they are used; each is held by one at a time, in their order. */
class Locks {
  private readonly waiting: (() => void)[] = [];
  private held = false;

  request = (async (_name: string, options: LockOptions, work: (lock: Lock | null) => Promise<void>) => {
    if (this.held && options.ifAvailable === true) {
      return work(null);
    }
    if (this.held) {
      await new Promise<void>((granted, refused) => {
        this.waiting.push(granted);
        options.signal?.addEventListener('abort', () => {
          const at = this.waiting.indexOf(granted);
          if (at >= 0) {
            this.waiting.splice(at, 1);
            refused(options.signal?.reason);
          }
        });
      });
    }
    this.held = true;
    try {
      await work({ name: _name, mode: 'exclusive' });
    } finally {
      const next = this.waiting.shift();
      // Whoever is next holds it from now on.
      this.held = next !== undefined;
      next?.();
    }
  }) as LockManager['request'];
}

/** What the server has open. */
class Server {
  readonly streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  opened = 0;
  status = 200;

  open = async (signal: AbortSignal): Promise<Response> => {
    this.opened++;
    if (this.status !== 200) {
      throw new Problem({ status: this.status });
    }
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        this.streams.push(stream);
        signal.addEventListener('abort', () => this.over(stream, (it) => it.error(signal.reason)));
      },
    });
    return new Response(body);
  };

  say(text: string): void {
    this.streams.forEach((stream) => stream.enqueue(new TextEncoder().encode(text)));
  }

  end(): void {
    [...this.streams].forEach((stream) => this.over(stream, (it) => it.close()));
  }

  private over(stream: ReadableStreamDefaultController, how: (stream: ReadableStreamDefaultController) => void): void {
    const at = this.streams.indexOf(stream);
    if (at >= 0) {
      this.streams.splice(at, 1);
      how(stream);
    }
  }
}

interface Tab {
  readonly heard: string[];
  readonly over: Promise<void>;
  close(): void;
}

let server: Server;
let locks: Locks;
let tabs: Tab[];

function open(): Tab {
  const heard: string[] = [];
  const closed = new AbortController();
  const told = ({ name, data }: ServerEvent): void => void heard.push(`${name} ${data}`.trim());
  const over = new SharedStream(server.open, told, locks).follow(closed.signal);
  const tab = { heard, over, close: () => closed.abort() };
  tabs.push(tab);
  return tab;
}

beforeEach(() => {
  [server, locks, tabs] = [new Server(), new Locks(), []];
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});

afterEach(async () => {
  tabs.forEach((tab) => tab.close());
  await Promise.all(tabs.map((tab) => tab.over));
});

test('all tabs hear of a change by one stream', async () => {
  const all = Array.from({ length: 8 }, open);
  await vi.waitFor(() => expect(server.streams).toHaveLength(1));

  server.say('event: changed\ndata: {"id"');
  server.say(':"1"}\n\n: nothing\n\n');

  await vi.waitFor(() => all.forEach((tab) => expect(tab.heard).toContain('changed {"id":"1"}')));
  expect(server.opened).toBe(1);
});

test('who begins to listen has missed nothing', async () => {
  const tab = open();
  await vi.waitFor(() => expect(server.streams).toHaveLength(1));
  server.say('event: portal\n\n');

  await vi.waitFor(() => expect(tab.heard).toEqual(['portal']));
});

test('when the tab with the stream closes the next has one within a second, and all load again', async () => {
  const [first, ...others] = Array.from({ length: 3 }, open) as [Tab, Tab, Tab];
  await vi.waitFor(() => expect(server.streams).toHaveLength(1));

  first.close();

  await vi.waitFor(() => others.forEach((tab) => expect(tab.heard).toContain('resync {}')), 1_000);
  expect(server.opened).toBe(2);
  expect(server.streams).toHaveLength(1);
  server.say('event: changed\ndata: {}\n\n');
  await vi.waitFor(() => others.forEach((tab) => expect(tab.heard.at(-1)).toBe('changed {}')));
  expect(first.heard).toEqual([]);
});

test('a stream that ends is the next tab\'s at once, and the first one waits for its turn again', async () => {
  const [first, second] = [open(), open()];
  await vi.waitFor(() => expect(server.streams).toHaveLength(1));
  server.say('event: portal\n\n');
  await vi.waitFor(() => expect(second.heard).toContain('portal'));
  tabs.forEach((tab) => tab.heard.splice(0));

  server.end();
  await vi.waitFor(() => expect(second.heard).toEqual(['resync {}']), 500);
  await vi.waitFor(() => expect(first.heard).toEqual(['resync {}']), 500);
  second.close();

  await vi.waitFor(() => expect(first.heard).toEqual(['resync {}', 'resync {}']), 3_000);
  expect(server.opened).toBe(3);
});

test('a tab alone that lost its stream loads again when it is back', async () => {
  const tab = open();
  await vi.waitFor(() => expect(server.streams).toHaveLength(1));
  server.status = 503;
  server.end();
  server.status = 200;

  await vi.waitFor(() => expect(tab.heard).toEqual(['resync {}']), 3_000);
});

test('without a session nobody asks again', async () => {
  server.status = 401;
  const tab = open();

  await tab.over;

  expect(server.opened).toBe(1);
});

test('a tab that is signed out ends its stream and does not wait for another', async () => {
  const both = [open(), open()];
  await vi.waitFor(() => expect(server.streams).toHaveLength(1));

  both.reverse().forEach((tab) => tab.close());
  await Promise.all(both.map((tab) => tab.over));

  expect(server.streams).toHaveLength(0);
  expect(server.opened).toBe(1);
});
