/** One field of an entry: before and after where both are known, else the value that was noted. */
export interface Difference {
  readonly field: string;
  readonly kind: 'change' | 'list' | 'fact';
  readonly before: unknown;
  readonly after: unknown;
  /** Of a list: what came and what went. */
  readonly added: readonly unknown[];
  readonly removed: readonly unknown[];
}

/** What an entry says of the fields, those that changed first. */
export function differences(changes: Readonly<Record<string, unknown>> | null): readonly Difference[] {
  const all = Object.entries(changes ?? {}).map(([field, value]) => difference(field, value));
  return all.sort((a, b) => Number(a.kind === 'fact') - Number(b.kind === 'fact') || a.field.localeCompare(b.field));
}

function difference(field: string, value: unknown): Difference {
  if (!both(value)) {
    return { field, kind: 'fact', before: null, after: value, added: [], removed: [] };
  }
  const { before, after } = value;
  const listed = (Array.isArray(before) || before === null) && (Array.isArray(after) || after === null);
  if (!listed || (before === null && after === null)) {
    return { field, kind: 'change', before, after, added: [], removed: [] };
  }
  const [old, now] = [before ?? [], after ?? []].map((list) => list as readonly unknown[]) as [unknown[], unknown[]];
  return { field, kind: 'list', before, after, added: without(now, old), removed: without(old, now) };
}

function both(value: unknown): value is { readonly before: unknown; readonly after: unknown } {
  return typeof value === 'object' && value !== null && 'before' in value && 'after' in value && Object.keys(value).length === 2;
}

function without(list: readonly unknown[], other: readonly unknown[]): readonly unknown[] {
  const texts = new Set(other.map((each) => JSON.stringify(each)));
  return list.filter((each) => !texts.has(JSON.stringify(each)));
}

/** A value of no known kind as text: an object by its parts. */
export function plain(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(plain).join(', ');
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, part]) => `${name}: ${plain(part)}`)
      .join('; ');
  }
  return value === null || value === undefined ? '' : String(value);
}
