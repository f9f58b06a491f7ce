import { reachable, send } from './client';
import { loadPortal } from './portal';
import { forget } from './references';
import { SharedStream, type ServerEvent } from './shared-stream';

/** A change of a record that the user may read. */
export interface Change {
  readonly type: string;
  readonly path: string;
  readonly id: string | null;
  readonly action: string;
  readonly version: number | null;
  readonly by: string | null;
}

type Listener = (change: Change | null) => void;

const listeners = new Set<Listener>();

/** Hears of others' changes, and null when some may have been missed, until it is called off. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hears the events of the server until the signal ends it; a stream that is lost comes back by itself. */
export function follow(signal: AbortSignal): Promise<void> {
  const open = (until: AbortSignal): Promise<Response> =>
    send('GET', 'events', { signal: until, headers: { Accept: 'text/event-stream' } });
  return new SharedStream(open, told).follow(signal);
}

function told({ name, data }: ServerEvent): void {
  switch (name) {
    case 'changed': {
      const change = JSON.parse(data) as Change;
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
