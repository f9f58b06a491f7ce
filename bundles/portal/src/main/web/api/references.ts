import { get } from './client';
import { title, type RecordPage, type Row } from './description';
import { pageNamed } from './portal';
import { Problem } from './problem';
import { Store } from './store';

/** A record that another one names by its id. */
export interface Reference {
  readonly id: string;
  readonly label: string;
  /** Where it can be opened, if the user may. */
  readonly href: string | null;
}

const MOST = 100;

/** Tells that names became known; whoever shows references draws itself anew. */
export const named = new Store(0);

const known = new Map<string, Reference>();
const wanted = new Map<string, Set<string>>();
let timer: number | null = null;

/** The name behind an id, or null while it is asked for; many are asked for at once. */
export function reference(type: string, id: string): Reference | null {
  const found = known.get(`${type}/${id}`);
  if (found !== undefined) {
    return found;
  }
  wanted.set(type, (wanted.get(type) ?? new Set()).add(id));
  timer ??= window.setTimeout(() => void ask(), 0);
  return null;
}

/** The name behind an id once it is known; null where it is not for this user. */
export async function nameOf(type: string, id: string): Promise<string | null> {
  const found = reference(type, id) ?? (await new Promise<Reference | null>((done) => {
    const stop = named.listen(() => {
      stop();
      done(known.get(`${type}/${id}`) ?? null);
    });
  }));
  return found === null || found.label === unnamed(id).label ? null : found.label;
}

/** Forgets a name, because its record was changed. */
export function forget(type: string, id: string): void {
  known.delete(`${type}/${id}`);
}

/** Records of a type whose text matches, for a field that refers to one. */
export async function matching(type: string, words: string, signal?: AbortSignal): Promise<readonly Reference[]> {
  const target = source(type);
  if (target === null) {
    return [];
  }
  const query = { limit: 20, ...(words !== '' && { q: words }), ...(target.sort !== null && { sort: target.sort }) };
  const { items } = await get<{ readonly items: readonly Row[] }>(target.path, query, signal);
  return items.map((row) => hold(type, row));
}

async function ask(): Promise<void> {
  timer = null;
  const batch = [...wanted];
  wanted.clear();
  await Promise.all(batch.map(([type, ids]) => askOne(type, [...ids])));
  named.set(named.value + 1);
}

async function askOne(type: string, ids: readonly string[]): Promise<void> {
  const missing = (): readonly string[] => ids.filter((id) => !known.has(`${type}/${id}`));
  // Who left is no longer in the directory, but still among the users.
  for (const path of new Set([source(type)?.path, pageNamed(type)?.path])) {
    const wanted = path === undefined || path.includes('{') ? [] : missing();
    for (let from = 0; from < wanted.length; from += MOST) {
      (await rowsOf(path ?? '', wanted.slice(from, from + MOST))).forEach((row) => hold(type, row));
    }
  }
  // Not there, or not to be seen by this user: the id has to do.
  missing().forEach((id) => known.set(`${type}/${id}`, unnamed(id)));
}

async function rowsOf(path: string, ids: readonly string[]): Promise<readonly Row[]> {
  const query = new URLSearchParams([['limit', String(MOST)], ...ids.map((id) => ['id', id])]);
  try {
    return (await get<{ readonly items: readonly Row[] }>(path, query)).items;
  } catch (failure) {
    if (failure instanceof Problem) {
      return [];
    }
    throw failure;
  }
}

function unnamed(id: string): Reference {
  return { id, label: `…${id.slice(-6)}`, href: null };
}

function hold(type: string, row: Row): Reference {
  const page = pageNamed(type);
  const label = type === 'user' ? String(row['full_name'] ?? row['email']) : page ? title(page, row) : row.id;
  const held = { id: row.id, label, href: page === undefined ? null : `/${page.path}/${row.id}` };
  known.set(`${type}/${row.id}`, held);
  return held;
}

/** Colleagues have a directory that everybody may read; others have their page's list. */
function source(type: string): { readonly path: string; readonly sort: string | null } | null {
  if (type === 'user') {
    return { path: 'users/directory', sort: null };
  }
  const page: RecordPage | undefined = pageNamed(type);
  return page === undefined || page.path.includes('{') ? null : { path: page.path, sort: page.title[0] ?? '-created_at' };
}
