import type { Row } from '../../api/description';

/** One value of the board and what is known of its records. */
export interface BoardColumn {
  readonly value: string;
  readonly rows: readonly Row[];
  /** Where the next page begins; null when all are here. */
  readonly cursor: string | null;
  /** How many there are in all, and the sum of their amounts; null while that is not known. */
  readonly count: number | null;
  readonly sum: number | null;
  readonly loading: boolean;
  readonly failure: unknown;
}

export type Columns = readonly BoardColumn[];

export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

export function unread(value: string): BoardColumn {
  return { value, rows: [], cursor: null, count: null, sum: null, loading: true, failure: null };
}

/** The order that a `sort` of the API asks for first. */
export function order(sort: string): Order {
  const first = sort.split(',')[0] ?? '';
  return first.startsWith('-') ? { column: first.slice(1), descending: true } : { column: first, descending: false };
}

export function find(columns: Columns, id: string): { readonly row: Row; readonly column: BoardColumn } | null {
  for (const column of columns) {
    const row = column.rows.find((candidate) => candidate.id === id);
    if (row !== undefined) {
      return { row, column };
    }
  }
  return null;
}

/** The columns without a record; its count and amount go with it. */
export function without(columns: Columns, id: string, amount: string | null): Columns {
  return columns.map((column) => {
    const row = column.rows.find((candidate) => candidate.id === id);
    return row === undefined
      ? column
      : {
          ...column,
          rows: column.rows.filter((candidate) => candidate !== row),
          count: column.count === null ? null : column.count - 1,
          sum: column.sum === null ? null : column.sum - number(row, amount),
        };
  });
}

/**
 * The columns with a record in the place that the order gives it. One that belongs behind what is
 * loaded is counted only, and comes with its page; or it is shown at the end all the same.
 */
export function placed(
  columns: Columns,
  value: string,
  row: Row,
  sort: Order,
  amount: string | null,
  shown = false,
): Columns {
  return without(columns, row.id, amount).map((column) => {
    if (column.value !== value) {
      return column;
    }
    const after = column.rows.findIndex((other) => compare(row, other, sort) < 0);
    const at = after === -1 ? column.rows.length : after;
    const here = shown || after !== -1 || column.cursor === null;
    return {
      ...column,
      rows: here ? [...column.rows.slice(0, at), row, ...column.rows.slice(at)] : column.rows,
      count: column.count === null ? null : column.count + 1,
      sum: column.sum === null ? null : column.sum + number(row, amount),
    };
  });
}

/** A further page; records that a change has put there already are not shown twice. */
export function extended(column: BoardColumn, rows: readonly Row[], cursor: string | null): BoardColumn {
  const known = new Set(column.rows.map((row) => row.id));
  return {
    ...column,
    rows: [...column.rows, ...rows.filter((row) => !known.has(row.id))],
    cursor,
    loading: false,
    failure: null,
  };
}

/** As the server sorts: none comes last both ways; the id breaks ties. */
export function compare(a: Row, b: Row, sort: Order): number {
  const sign = sort.descending ? -1 : 1;
  const [left, right] = [a[sort.column] ?? null, b[sort.column] ?? null];
  if (left === right) {
    return sign * (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  }
  if (left === null || right === null) {
    return left === null ? 1 : -1;
  }
  if (typeof left === 'number' && typeof right === 'number') {
    return sign * (left - right);
  }
  return sign * (String(left) < String(right) ? -1 : 1);
}

function number(row: Row, amount: string | null): number {
  return amount === null ? 0 : Number(row[amount] ?? 0);
}
