import { session } from '../../api/client';
import type { Column, RecordPage } from '../../api/description';

/** How a reader wants a list's columns: which, in which order, how wide. */
export interface Preferences {
  readonly columns: readonly string[];
  readonly widths: Readonly<Record<string, string>>;
}

function key(page: RecordPage): string {
  return `crm.list.${session.account.value?.id ?? ''}.${page.name}`;
}

export function usualColumns(page: RecordPage): readonly string[] {
  return page.list.columns.filter((name) => page.columns.some((column) => column.name === name));
}

/** What was kept, without columns that no longer exist. */
export function preferences(page: RecordPage): Preferences {
  const usual = { columns: usualColumns(page), widths: {} };
  try {
    const kept = JSON.parse(localStorage.getItem(key(page)) ?? 'null') as Partial<Preferences> | null;
    const known = kept?.columns?.filter((name) => page.columns.some((column) => column.name === name)) ?? [];
    return { columns: known.length > 0 ? known : usual.columns, widths: kept?.widths ?? {} };
  } catch {
    return usual;
  }
}

/** Keeps the choice in this browser; null takes the usual one again. */
export function prefer(page: RecordPage, next: Preferences | null): void {
  if (next === null) {
    localStorage.removeItem(key(page));
  } else {
    localStorage.setItem(key(page), JSON.stringify(next));
  }
}

const WIDTHS: Readonly<Partial<Record<Column['kind'], string>>> = {
  boolean: '6rem', integer: '6.5rem', percent: '6.5rem', date: '8.5rem', timestamp: '9.5rem', enum: '9rem', money: '9rem',
  email: '15rem', long_text: '18rem',
};

export function usualWidth(column: Column): string {
  return WIDTHS[column.kind] ?? '10.5rem';
}

export function isNumber(column: Column): boolean {
  return ['integer', 'decimal', 'money', 'percent'].includes(column.kind);
}
