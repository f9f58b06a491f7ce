import type { Column, RecordPage, Row } from '../api/description';

/** Values of columns as the API takes them, by their names. */
export type Changes = Readonly<Record<string, unknown>>;

/** A value that two people changed differently. */
export interface Conflict {
  readonly column: Column;
  /** The key inside a JSON column, as of custom fields; null for the column itself. */
  readonly key: string | null;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Weighed {
  /** What only one side changed: to be saved as it is. */
  readonly merged: Changes;
  readonly conflicts: readonly Conflict[];
}

const NUMERIC: readonly string[] = ['integer', 'decimal', 'money', 'percent'];

/** Whether two values of a column mean the same, however they are written. */
export function same(column: Column, a: unknown, b: unknown): boolean {
  const left = a === '' || a === undefined ? null : a;
  const right = b === '' || b === undefined ? null : b;
  if (left === null || right === null) {
    return left === right;
  }
  if (NUMERIC.includes(column.kind)) {
    return Number(left) === Number(right);
  }
  if (column.kind === 'timestamp') {
    return new Date(String(left)).getTime() === new Date(String(right)).getTime();
  }
  return deepSame(left, right);
}

/** What is really another value than before; of a JSON column only the keys that changed, null for a removed one. */
export function changed(page: RecordPage, mine: Changes, before: Changes): Changes {
  return weigh(page, mine, before, before).merged;
}

/** Puts what I changed since `before` together with what others have made of it since. */
export function weigh(page: RecordPage, mine: Changes, before: Changes, theirs: Changes): Weighed {
  const merged: Record<string, unknown> = {};
  const conflicts: Conflict[] = [];
  for (const column of page.columns.filter(({ name }) => name in mine)) {
    const { name } = column;
    if (column.kind === 'json') {
      const parts = weighKeys(column, object(mine[name]), object(before[name]), object(theirs[name]));
      conflicts.push(...parts.conflicts);
      if (Object.keys(parts.merged).length > 0) {
        merged[name] = parts.merged;
      }
      continue;
    }
    switch (side(column, mine[name], before[name], theirs[name])) {
      case 'mine':
        merged[name] = mine[name];
        break;
      case 'both':
        conflicts.push({ column, key: null, mine: mine[name], theirs: theirs[name] });
        break;
      default:
    }
  }
  return { merged, conflicts };
}

/** The merged values with those of mine that were chosen over theirs. */
export function settled(weighed: Weighed, chosen: readonly Conflict[]): Changes {
  const all: Record<string, unknown> = { ...weighed.merged };
  for (const { column, key, mine } of chosen) {
    all[column.name] = key === null ? mine : { ...object(all[column.name]), [key]: mine ?? null };
  }
  return all;
}

/**
 * Asks which value holds where I and others changed the same, and nothing where they did not.
 * Resolves to what is to be saved with the version of `theirs`, or to null if it was called off.
 */
export async function mergeConflict(
  page: RecordPage,
  mine: Changes,
  before: Row,
  theirs: Row,
): Promise<Changes | null> {
  const weighed = weigh(page, mine, before, theirs);
  if (weighed.conflicts.length === 0) {
    return weighed.merged;
  }
  const { ask } = await import('./crm-conflict');
  const chosen = await ask(page, weighed.conflicts, theirs);
  return chosen === null ? null : settled(weighed, chosen);
}

function weighKeys(column: Column, mine: Changes, before: Changes, theirs: Changes): Weighed {
  const merged: Record<string, unknown> = {};
  const conflicts: Conflict[] = [];
  for (const key of new Set([...Object.keys(mine), ...Object.keys(before)])) {
    const who = side({ ...column, kind: 'json' }, mine[key], before[key], theirs[key]);
    if (who === 'mine') {
      merged[key] = mine[key] ?? null;
    } else if (who === 'both') {
      conflicts.push({ column, key, mine: mine[key], theirs: theirs[key] });
    }
  }
  return { merged, conflicts };
}

function side(column: Column, mine: unknown, before: unknown, theirs: unknown): 'mine' | 'both' | 'none' {
  if (same(column, mine, before) || same(column, mine, theirs)) {
    return 'none';
  }
  return same(column, theirs, before) ? 'mine' : 'both';
}

function object(value: unknown): Changes {
  return typeof value === 'object' && value !== null ? (value as Changes) : {};
}

function deepSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b;
  }
  const left = Object.entries(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => key in b && deepSame(value, (b as Changes)[key]))
  );
}
