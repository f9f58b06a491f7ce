import type { Group } from './names';
import { COMMON, type Line } from './permissions';

/** A cell of the grid: the line among all lines, the column among those with cells. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** The lines in the order in which they are shown. */
export function rows(groups: readonly Group[]): readonly Line[] {
  return groups.flatMap((group) => group.lines);
}

/** Where a key leads to, or null where it leads nowhere. */
export function move(pressed: Pressed, from: Place, all: readonly Line[]): Place | null {
  const to = wanted(pressed, from, all.length);
  if (to === null) {
    return null;
  }
  const row = Math.max(0, Math.min(all.length - 1, to.row));
  const last = COMMON.length + (all[row]?.further.length ?? 0) - 1;
  return { row, column: Math.max(0, Math.min(last, to.column)) };
}

function wanted({ key, ctrlKey }: Pressed, { row, column }: Place, count: number): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: row - 5, column };
    case 'PageDown':
      return { row: row + 5, column };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? count : row, column: Number.MAX_SAFE_INTEGER };
    default:
      return null;
  }
}
