import { call, get } from '../../api/client';
import type { RecordPage, Row } from '../../api/description';
import { grouped, type Group } from '../../api/groups';
import { asked, type BoardQuery } from './board-query';

export const SOME = 30;

export interface Some {
  readonly items: readonly Row[];
  readonly next_cursor: string | null;
}

/** A page of one column. */
export async function some(
  page: RecordPage,
  value: string,
  query: BoardQuery,
  cursor: string | null,
  signal: AbortSignal,
  limit = SOME,
): Promise<Some> {
  const parameters = asked(page, query);
  parameters.set(page.board!.column, value);
  parameters.set('limit', String(limit));
  if (cursor !== null) {
    parameters.set('cursor', cursor);
  }
  return get<Some>(page.path, parameters, signal);
}

/** How many there are in each column, and what they are worth. */
export async function totals(page: RecordPage, query: BoardQuery, signal: AbortSignal): Promise<readonly Group[]> {
  return grouped(page.path, asked(page, query), page.board!.column, page.board!.sum, signal);
}

/** Those of some records that the board shows, as they are now. */
export async function those(page: RecordPage, ids: readonly string[], query: BoardQuery): Promise<readonly Row[]> {
  const parameters = asked(page, query);
  parameters.set('limit', String(ids.length));
  ids.forEach((id) => parameters.append('id', id));
  return (await get<Some>(page.path, parameters)).items;
}

/** Moves a record that still is as it was seen. */
export async function move(page: RecordPage, row: Row, to: string): Promise<Row> {
  const body = { [page.board!.column]: to };
  const ifMatch = page.versioned ? Number(row['version']) : undefined;
  return (await call<Row>('PATCH', `${page.path}/${row.id}`, { body, ifMatch })).body;
}
