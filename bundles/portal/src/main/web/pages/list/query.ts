import type { Column, RecordPage } from '../../api/description';
import { toAddress, type Asked, type Condition } from './conditions';

/** The query of the API that finds what is asked for, without order and paging. */
export function found(asked: Asked, columns: readonly Column[], me: string): URLSearchParams {
  const query = new URLSearchParams();
  const filters: string[] = asked.filter === '' ? [] : [`(${asked.filter})`];
  for (const of of asked.conditions) {
    of.values.forEach((value) => query.append(of.column, value === 'me' ? me : value));
    const column = columns.find((candidate) => candidate.name === of.column);
    if (column !== undefined) {
      filters.push(...ranges(of, column), ...containing(of));
    }
  }
  if (asked.q.trim() !== '') {
    query.set('q', asked.q.trim());
  }
  if (filters.length > 0) {
    query.set('filter', filters.join(';'));
  }
  return query;
}

/** The query of what a list shows: what is found, in its order, with the fields that the list needs. */
export function listed(page: RecordPage, asked: Asked, columns: readonly string[], me: string): URLSearchParams {
  const query = found(asked, page.columns, me);
  const states = page.actions.flatMap(({ when }) => Object.keys(when ?? {}));
  const needed = ['id', 'version', ...columns, ...page.title, ...states];
  const known = needed.filter((name) => page.columns.some((column) => column.name === name));
  query.set('fields', [...new Set(known)].join(','));
  query.set('sort', asked.sort);
  return query;
}

/** Whether two lists find different records; their order does not matter. */
export function unlike(a: Asked, b: Asked): boolean {
  return toAddress({ ...a, sort: '' }, '').toString() !== toAddress({ ...b, sort: '' }, '').toString();
}

function ranges(of: Condition, column: Column): readonly string[] {
  const day = column.kind === 'timestamp';
  const parts: string[] = [];
  if (of.from !== '') {
    parts.push(`${of.column}=ge=${quoted(day ? midnight(of.from, 0) : of.from)}`);
  }
  if (of.to !== '') {
    parts.push(day ? `${of.column}=lt=${quoted(midnight(of.to, 1))}` : `${of.column}=le=${quoted(of.to)}`);
  }
  return parts;
}

/** The first moment of a day, or of one after it, in the reader's time zone. */
function midnight(date: string, later: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, day + later).toISOString();
}

/** The API compares letters as they are; a person does not mind how they are written. */
function containing(of: Condition): readonly string[] {
  const text = of.has.trim();
  if (text === '') {
    return [];
  }
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const lower = text.toLowerCase();
  const words = lower.split(' ').map(capital).join(' ');
  const spellings = [...new Set([text, lower, capital(lower), words, text.toUpperCase()])];
  const each = spellings.map((spelling) => `${of.column}==${quoted(`*${spelling.replaceAll('*', '\\*')}*`)}`);
  return [each.length === 1 ? (each[0] ?? '') : `(${each.join(',')})`];
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
