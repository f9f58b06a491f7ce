import type { Column } from '../../api/description';

/** What a list asks of one column. */
export interface Condition {
  readonly column: string;
  /** Accepted values; `me` is the reader, `null` a missing value. */
  readonly values: readonly string[];
  readonly from: string;
  readonly to: string;
  /** Words that the text contains. */
  readonly has: string;
}

/** All that a list shows depends on; it stands in the address. */
export interface Asked {
  readonly q: string;
  readonly sort: string;
  readonly conditions: readonly Condition[];
  /** An expression that came with a link and that the list shows but does not take apart. */
  readonly filter: string;
}

type Part = 'values' | 'from' | 'to' | 'has';

const PARTS: ReadonlySet<string> = new Set(['from', 'to', 'has']);
const RESERVED: ReadonlySet<string> = new Set(['q', 'sort', 'filter']);

export function condition(column: string): Condition {
  return { column, values: [], from: '', to: '', has: '' };
}

export function isEmpty(of: Condition): boolean {
  return of.values.length === 0 && of.from === '' && of.to === '' && of.has === '';
}

/** Whether anything narrows the list. */
export function narrowed(asked: Asked): boolean {
  return asked.q !== '' || asked.filter !== '' || asked.conditions.length > 0;
}

/** Reads the address: `status=new&score.from=50&company.has=acme&q=…&sort=-score`. */
export function fromAddress(query: URLSearchParams, columns: readonly Column[], usual: string): Asked {
  const found = new Map<string, Condition>();
  for (const [name, value] of query) {
    const place = placeOf(name, columns);
    if (place !== null && value !== '') {
      const [column, part] = place;
      const before = found.get(column) ?? condition(column);
      found.set(column, { ...before, [part]: part === 'values' ? [...before.values, value] : value });
    }
  }
  return {
    q: query.get('q') ?? '',
    sort: query.get('sort') ?? usual,
    filter: query.get('filter') ?? '',
    conditions: [...found.values()],
  };
}

function placeOf(name: string, columns: readonly Column[]): readonly [string, Part] | null {
  const known = (column: string): boolean => columns.some((candidate) => candidate.name === column);
  if (RESERVED.has(name)) {
    return null;
  }
  if (known(name) || name.startsWith('metadata.')) {
    return [name, 'values'];
  }
  const dot = name.lastIndexOf('.');
  const [column, part] = [name.slice(0, dot), name.slice(dot + 1)];
  return dot > 0 && PARTS.has(part) && known(column) ? [column, part as Part] : null;
}

export function toAddress(asked: Asked, usual: string): URLSearchParams {
  const query = new URLSearchParams();
  const set = (name: string, value: string): void => {
    if (value !== '') {
      query.append(name, value);
    }
  };
  set('q', asked.q);
  for (const of of asked.conditions) {
    of.values.forEach((value) => set(of.column, value));
    set(`${of.column}.from`, of.from);
    set(`${of.column}.to`, of.to);
    set(`${of.column}.has`, of.has);
  }
  set('filter', asked.filter);
  set('sort', asked.sort === usual ? '' : asked.sort);
  return query;
}

/** Puts a condition in the place of the one on the same column; an empty one takes it away. */
export function replaced(asked: Asked, by: Condition): Asked {
  const known = asked.conditions.some((of) => of.column === by.column);
  const all = known ? asked.conditions.map((of) => (of.column === by.column ? by : of)) : [...asked.conditions, by];
  return { ...asked, conditions: all.filter((of) => !isEmpty(of)) };
}
