import { session } from '../api/client';
import { pageAt } from '../api/portal';
import { Store } from '../api/store';
import { place } from './router';

export interface Visit {
  readonly page: string;
  readonly path: string;
  readonly id: string;
}

const KEPT = 'crm.recent';
const MOST = 12;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The records that were opened in this tab, the latest first. Only their ids are kept. */
export const recent = new Store<readonly Visit[]>([]);

/** The visits of one user: another who signs in here does not see them. */
function key(): string {
  return `${KEPT}.${session.account.value?.id ?? ''}`;
}

/** Remembers which records are opened, until the returned function is called. */
export function followVisits(): () => void {
  recent.set(JSON.parse(sessionStorage.getItem(key()) ?? '[]') as readonly Visit[]);
  visited();
  return place.listen(visited);
}

function visited(): void {
  const [path, id, ...more] = place.value.segments;
  const page = pageAt(path ?? '');
  if (page === undefined || id === undefined || more.length > 0 || !UUID.test(id)) {
    return;
  }
  const visit = { page: page.name, path: place.value.path, id };
  recent.set([visit, ...recent.value.filter((other) => other.id !== id)].slice(0, MOST));
  sessionStorage.setItem(key(), JSON.stringify(recent.value));
}
