import type { Row } from '../../api/description';

export type When = 'overdue' | 'today' | 'next';

export interface DueGroup {
  readonly when: When;
  readonly rows: readonly Row[];
}

/** What is due, by the day of the reader: overdue first, then today, then the rest; empty groups are left out. */
export function due(rows: readonly Row[], today: string): readonly DueGroup[] {
  const groups: DueGroup[] = (['overdue', 'today', 'next'] as const).map((when) => ({
    when,
    rows: rows.filter((row) => when === at(row['due_date'], today)),
  }));
  return groups.filter((group) => group.rows.length > 0);
}

function at(date: unknown, today: string): When {
  if (typeof date !== 'string' || date > today) {
    return 'next';
  }
  return date < today ? 'overdue' : 'today';
}

/** How many days lie between two dates as the API writes them. */
export function days(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
