import { call, get, send } from '../../api/client';
import type { RecordPage } from '../../api/description';
import type { ProblemBody } from '../../api/problem';
import { rule } from '../../api/rules';
import type { Selection } from './selection';

/** What a command for many did not do, and why. */
export interface Failed {
  readonly id: string;
  readonly reason: string;
}

/** How far a command for many is. */
export interface Progress {
  readonly count: number;
  readonly done: readonly string[];
  readonly failed: readonly Failed[];
  /** Whether it ended before all were tried. */
  readonly stopped: boolean;
}

interface Outcome {
  readonly index: number;
  readonly id: string | null;
  readonly problem: ProblemBody | null;
}

const BATCH = 1_000;
const LIMIT = 200;

/**
 * Gives one command to many records, a thousand at a time. What fails for one does not hold up the
 * others; a failure of a whole batch ends it, and says so of each that was not reached.
 */
export async function inBatches(
  path: string,
  ids: readonly string[],
  body: Readonly<Record<string, unknown>>,
  told: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Progress> {
  const done: string[] = [];
  const failed: Failed[] = [];
  const progress = (stopped: boolean): Progress => ({ count: ids.length, done: [...done], failed: [...failed], stopped });
  for (let from = 0; from < ids.length; from += BATCH) {
    if (signal.aborted) {
      return progress(true);
    }
    const some = ids.slice(from, from + BATCH);
    const answer = await call<{ readonly items: readonly Outcome[] }>('POST', path, { body: { ...body, ids: some } });
    for (const outcome of answer.body.items) {
      const id = some[outcome.index] ?? '';
      if (outcome.problem === null) {
        done.push(id);
      } else {
        failed.push({ id, reason: reason(outcome.problem) });
      }
    }
    told(progress(false));
  }
  return progress(false);
}

/** What a problem says for one line. */
export function reason(problem: ProblemBody): string {
  const errors = (problem.errors ?? []).map((error) => `${error.field}: ${rule(error)}`).join('; ');
  return errors !== '' ? errors : (problem.detail ?? problem.title ?? String(problem.status));
}

/** The ids of what is chosen; where all that match are, they are read first, because a command may change what matches. */
export async function chosenIds(
  page: RecordPage,
  selection: Selection,
  query: URLSearchParams,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (!selection.most) {
    return [...selection.named];
  }
  const ids = await matchingIds(page, query, signal);
  return ids.filter((id) => selection.has(id));
}

async function matchingIds(page: RecordPage, query: URLSearchParams, signal: AbortSignal): Promise<readonly string[]> {
  const all = new URLSearchParams(query);
  all.set('fields', 'id');
  all.set('sort', 'id');
  if (page.can['export'] === true) {
    const file = await (await send('GET', page.path, { query: all, signal, headers: { Accept: 'text/csv' } })).text();
    return file.split(/\r?\n/).slice(1).filter((line) => line !== '');
  }
  all.set('limit', String(LIMIT));
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    if (cursor !== null) {
      all.set('cursor', cursor);
    }
    const answer: { readonly items: readonly { readonly id: string }[]; readonly next_cursor: string | null } = await get(page.path, all, signal);
    ids.push(...answer.items.map((row) => row.id));
    cursor = answer.next_cursor;
  } while (cursor !== null);
  return ids;
}

/** Whether a failure means that the user ended it. */
export function givenUp(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === 'AbortError';
}
