import type { Column } from '../../api/description';

/** One column of an order. */
export interface SortKey {
  readonly column: string;
  readonly descending: boolean;
}

/** Reads an order as the API writes it: `-created_at,last_name`. */
export function sortKeys(text: string): readonly SortKey[] {
  return text
    .split(',')
    .filter((word) => word !== '' && word !== '-')
    .map((word) => (word.startsWith('-') ? { column: word.slice(1), descending: true } : { column: word, descending: false }));
}

export function sortText(keys: readonly SortKey[]): string {
  return keys.map((key) => (key.descending ? '-' : '') + key.column).join(',');
}

/**
 * The order after a column's header was chosen: upwards, then downwards, then the usual order again.
 * With `more` the other columns stay, and this one is added behind them.
 */
export function sortedBy(text: string, name: string, usual: string, more: boolean): string {
  const keys = sortKeys(text);
  const own = keys.find((key) => key.column === name);
  const others = more ? keys : keys.filter((key) => key.column === name);
  if (own === undefined) {
    return sortText([...(more && text !== usual ? keys : []), { column: name, descending: false }]);
  }
  const next = own.descending
    ? others.filter((key) => key !== own)
    : others.map((key) => (key === own ? { ...key, descending: true } : key));
  return next.length === 0 ? usual : sortText(next);
}

/** Whether the newest and the most are what somebody looks for first; of texts it is the first letter. */
export function downFirst(kind: Column['kind']): boolean {
  return ['date', 'timestamp', 'integer', 'decimal', 'money', 'percent'].includes(kind);
}
