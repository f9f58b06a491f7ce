import { ownerColumn, type RecordPage, type Row } from '../../api/description';
import { same, weigh, type Changes } from '../../ui/conflict';

/** What is being typed into a record, over what it was when that began; null for a new one. */
export interface Edit {
  readonly base: Row | null;
  readonly mine: Changes;
}

/** What is typed once a column has this value: nothing for one that is again as it was. */
export function typed(page: RecordPage, { base, mine }: Edit, name: string, value: unknown): Changes {
  const { [name]: _, ...others } = mine;
  const column = page.columns.find((one) => one.name === name);
  const back = base !== null && column !== undefined && same(column, value, base[name]);
  return back ? others : { ...others, [name]: value };
}

/** The columns that I and others changed differently. */
export function disputed(page: RecordPage, { base, mine }: Edit, row: Row | null): readonly string[] {
  return base === null || row === null ? [] : weigh(page, mine, base, row).conflicts.map(({ column }) => column.name);
}

/** The columns that somebody could have changed between two states of a record. */
export function differing(page: RecordPage, before: Row, now: Row): readonly string[] {
  return page.columns.filter((one) => one.settable && !same(one, before[one.name], now[one.name])).map((one) => one.name);
}

/** What a new record begins with: it is of whoever makes it, and what the link gives for its columns. */
export function prefilled(page: RecordPage, query: URLSearchParams, me: string | null): Changes {
  const owner = ownerColumn(page);
  const given = [...query].filter(([name]) => page.columns.some((one) => one.name === name && one.settable));
  return { ...(owner?.settable === true && me !== null && { [owner.name]: me }), ...Object.fromEntries(given) };
}

/** Where the list of a record can be seen: that of a child is on its parent's page. */
export function listOf(path: string): string {
  return path.includes('/') ? path.split('/').slice(0, -1).join('/') : path;
}
