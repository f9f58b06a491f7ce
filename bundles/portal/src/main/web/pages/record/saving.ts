import { Attempt } from '../../api/attempt';
import { call, get } from '../../api/client';
import { title, type RecordPage, type Row } from '../../api/description';
import { Problem } from '../../api/problem';
import { go } from '../../app/router';
import { t } from '../../texts/texts';
import { mergeConflict, type Changes } from '../../ui/conflict';
import { notify } from '../../ui/notify';
import type { RecordModel } from './record-model';

const MOST_TRIES = 5;

async function post(path: string, mine: Changes, allowDuplicate: boolean, attempt: Attempt): Promise<Row> {
  const body = Object.fromEntries(Object.entries(mine).filter(([, value]) => value !== null));
  const query = duplicates(allowDuplicate);
  return attempt.run([path, body, query], async (headers) => (await call<Row>('POST', path, { body, query, headers })).body);
}

/** Writes what was typed into a record, and lets it be shown as it is then. */
export class Saving {
  private readonly attempt = new Attempt();

  constructor(private readonly model: RecordModel) {}

  async create(allowDuplicate: boolean): Promise<void> {
    const { page, path, mine } = this.model;
    const made = await post(path, mine, allowDuplicate, this.attempt);
    this.model.end();
    notify(t('record.created', { title: title(page, made) }));
    go(`/${path}/${made.id}`, { replace: true });
  }

  async update(allowDuplicate: boolean): Promise<void> {
    const { model } = this;
    const row = model.row!;
    const edit = { mine: model.mine, base: model.base ?? row, row, allowDuplicate };
    const saved = await patch(model.page, model.place, edit, (newer) => model.take(newer));
    if (saved !== null) {
      model.take(saved);
      model.end();
      notify(t('record.saved'));
    }
  }
}

/**
 * Saves what was changed since `base`, and asks where others changed the same. Resolves to the
 * record, or to null if the question was called off; tells of each newer state that it meets.
 */
async function patch(
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
