import { call, get } from '../../api/client';
import type { RecordPage, Row } from '../../api/description';
import { Problem } from '../../api/problem';
import { mergeConflict, type Changes } from '../../ui/conflict';

const MOST_TRIES = 5;

/** One key for each body, so that a save that is repeated after a lost answer is done once. */
export class Attempt {
  private body = '';
  private key = '';

  of(body: unknown): Readonly<Record<string, string>> {
    const text = JSON.stringify(body);
    if (text !== this.body) {
      this.body = text;
      this.key = crypto.randomUUID();
    }
    return { 'Idempotency-Key': this.key };
  }
}

export async function create(path: string, mine: Changes, allowDuplicate: boolean, attempt: Attempt): Promise<Row> {
  const body = Object.fromEntries(Object.entries(mine).filter(([, value]) => value !== null));
  const headers = attempt.of([path, body, allowDuplicate]);
  return (await call<Row>('POST', path, { body, query: duplicates(allowDuplicate), headers })).body;
}

/**
 * Saves what was changed since `base`, and asks where others changed the same. Resolves to the
 * record, or to null if the question was called off; tells of each newer state that it meets.
 */
export async function update(
  page: RecordPage,
  place: string,
  edit: { readonly mine: Changes; readonly base: Row; readonly row: Row; readonly allowDuplicate: boolean },
  met: (row: Row) => void,
): Promise<Row | null> {
  let row = edit.row;
  for (let tries = 0; ; tries++) {
    const body = await mergeConflict(page, edit.mine, edit.base, row);
    if (body === null || Object.keys(body).length === 0) {
      return body === null ? null : row;
    }
    const ifMatch = page.versioned ? Number(row['version']) : undefined;
    try {
      return (await call<Row>('PATCH', place, { body, query: duplicates(edit.allowDuplicate), ifMatch })).body;
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.status !== 412 || tries === MOST_TRIES) {
        throw failure;
      }
      row = await get<Row>(place);
      met(row);
    }
  }
}

function duplicates(allow: boolean): Readonly<Record<string, boolean>> {
  return allow ? { allow_duplicate: true } : {};
}
