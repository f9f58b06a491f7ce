import { reachable, send } from './client';
import { loadPortal } from './portal';
import { Problem } from './problem';
import { forget } from './references';

/** A change of a record that the user may read. */
export interface Change {
  readonly type: string;
  readonly path: string;
  readonly id: string | null;
  readonly action: string;
  readonly version: number | null;
  readonly by: string | null;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

type Listener = (change: Change | null) => void;

const listeners = new Set<Listener>();

/** Hears of others' changes, and null when some may have been missed, until it is called off. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps the stream of events open until the signal ends it; it comes back by itself. */
export async function follow(signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT;
  while (!signal.aborted) {
    try {
      const answer = await send('GET', 'events', { signal, headers: { Accept: 'text/event-stream' } });
      // Whatever happened while there was no stream was not told.
      if (wait > FIRST_WAIT) {
        missed();
      }
      wait = FIRST_WAIT;
      await read(answer, signal);
    } catch (failure) {
      if (signal.aborted || (failure instanceof Problem && failure.status === 401)) {
        return;
      }
      if (failure instanceof Problem && failure.status === 404) {
        wait = LONGEST_WAIT;
      }
    }
    wait = Math.min(LONGEST_WAIT, Math.max(wait * 2, 2 * FIRST_WAIT));
    await pause(wait * (0.5 + Math.random() / 2), signal);
  }
}

async function read(answer: Response, signal: AbortSignal): Promise<void> {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  while (!signal.aborted) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    const events = (rest + value).split('\n\n');
    rest = events.pop() ?? '';
    events.forEach(told);
  }
}

function told(event: string): void {
  const field = (name: string): string =>
    event
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trim())
      .join('\n');
  switch (field('event')) {
    case 'changed': {
      const change = JSON.parse(field('data')) as Change;
      if (change.id !== null) {
        forget(change.type, change.id);
      }
      listeners.forEach((listener) => listener(change));
      break;
    }
    case 'portal':
      loadPortal().catch(() => reachable.set(false));
      break;
    case 'resync':
      missed();
      break;
    default:
  }
}

function missed(): void {
  loadPortal().catch(() => reachable.set(false));
  listeners.forEach((listener) => listener(null));
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
