import { call } from '../../api/client';
import type { Column, RecordPage, Row } from '../../api/description';
import { pageNamed, portal } from '../../api/portal';
import { t } from '../../texts/texts';

/** What a merge will do, as the server counted it for these two versions. */
export interface Rehearsal {
  readonly from: Row;
  readonly into: Row;
  readonly moved: Readonly<Record<string, number>>;
}

interface Merged {
  readonly moved: Readonly<Record<string, number>>;
}

export async function rehearse(page: RecordPage, from: Row, into: Row): Promise<Rehearsal> {
  return { from, into, moved: (await post(page, from, into, true)).moved };
}

/** Merges as it was rehearsed; resolves to the id of the record that is left. */
export async function join(page: RecordPage, { from, into }: Rehearsal): Promise<string> {
  await post(page, from, into, false);
  return into.id;
}

/** The empty columns of one that the other fills. */
export function filled(page: RecordPage, from: Row, into: Row): readonly Column[] {
  const empty = (value: unknown): boolean => value === null || value === undefined || value === '';
  return page.columns.filter(
    (one) => one.settable && one.kind !== 'json' && empty(into[one.name]) && !empty(from[one.name]),
  );
}

/** "2 contacts", "5 activities": what moves, in the words of the pages that there are. */
export function movedWords(moved: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(moved)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => {
      const page = portal.value?.pages.find((one) => one.module === name || one.path === name || `${one.name}s` === name);
      const label = name === 'activities' ? t('merge.activities') : ((page ?? pageNamed(name))?.plural ?? name);
      return `${count} × ${label}`;
    });
}

async function post(page: RecordPage, from: Row, into: Row, dryRun: boolean): Promise<Merged> {
  const ifMatch = page.versioned ? Number(from['version']) : undefined;
  const body = { into: into.id, dry_run: dryRun };
  return (await call<Merged>('POST', `${page.path}/${from.id}/merge`, { body, ifMatch })).body;
}
