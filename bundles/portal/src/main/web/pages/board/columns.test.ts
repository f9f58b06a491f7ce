import { describe, expect, it } from 'vitest';
import type { Row } from '../../api/description';
import { compare, extended, find, order, placed, unread, without, type BoardColumn, type Columns } from './columns';

const BY_VALUE = order('-value');

function row(id: string, value: number | null, stage = 'first'): Row {
  return { id, value, stage };
}

function column(value: string, rows: readonly Row[], more: Partial<BoardColumn> = {}): BoardColumn {
  const sum = rows.reduce((total, each) => total + Number(each['value'] ?? 0), 0);
  return { ...unread(value), rows, count: rows.length, sum, loading: false, ...more };
}

function ids(columns: Columns): readonly string[] {
  return columns.map((each) => each.rows.map(({ id }) => id).join(''));
}

describe('a board', () => {
  const board = [column('first', [row('a', 30), row('b', 20), row('c', null)]), column('second', [row('d', 25)])];

  it('puts a moved record where the order wants it, and counts with it', () => {
    const moved = placed(board, 'second', row('a', 30, 'second'), BY_VALUE, 'value');
    expect(ids(moved)).toEqual(['bc', 'ad']);
    expect(moved.map(({ count, sum }) => [count, sum])).toEqual([[2, 20], [2, 55]]);
  });

  it('puts a record without a value last', () => {
    expect(ids(placed(board, 'second', row('c', null), BY_VALUE, 'value'))).toEqual(['ab', 'dc']);
    expect(ids(placed(board, 'second', row('c', null), order('value'), 'value'))).toEqual(['ab', 'dc']);
  });

  it('moves a changed record within its column and keeps the count', () => {
    const moved = placed(board, 'first', row('b', 90), BY_VALUE, 'value');
    expect(ids(moved)).toEqual(['bac', 'd']);
    expect(moved[0]).toMatchObject({ count: 3, sum: 120 });
  });

  it("leaves others' records behind the loaded page out, and shows one's own", () => {
    const partly = [board[0]!, column('second', [row('d', 25)], { cursor: 'next', count: 40 })];
    expect(ids(placed(partly, 'second', row('b', 20), BY_VALUE, 'value'))).toEqual(['ac', 'd']);
    expect(placed(partly, 'second', row('b', 20), BY_VALUE, 'value')[1]).toMatchObject({ count: 41 });
    expect(ids(placed(partly, 'second', row('b', 20), BY_VALUE, 'value', true))).toEqual(['ac', 'db']);
  });

  it('forgets a record that is gone', () => {
    expect(ids(without(board, 'd', 'value'))).toEqual(['abc', '']);
    expect(without(board, 'd', 'value')[1]).toMatchObject({ count: 0, sum: 0 });
    expect(without(board, 'unknown', 'value')).toEqual(board);
  });

  it('finds a record with its column', () => {
    expect(find(board, 'd')?.column.value).toBe('second');
    expect(find(board, 'unknown')).toBeNull();
  });

  it('shows nothing twice when a page comes that overlaps', () => {
    const grown = extended(board[0]!, [row('c', null), row('e', null)], null);
    expect(grown.rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'e']);
    expect(grown.cursor).toBeNull();
  });

  it('keeps counts unknown that are unknown', () => {
    const unknown = [column('first', [row('a', 1)], { count: null, sum: null }), column('second', [])];
    expect(placed(unknown, 'second', row('a', 1), BY_VALUE, 'value')[0]).toMatchObject({ count: null, sum: null });
  });
});

describe('the order', () => {
  it('is that of the first column of a sort', () => {
    expect(order('-created_at,id')).toEqual({ column: 'created_at', descending: true });
    expect(order('name')).toEqual({ column: 'name', descending: false });
  });

  it('breaks ties by the id, in the same direction', () => {
    expect(compare(row('a', 1), row('b', 1), order('value'))).toBeLessThan(0);
    expect(compare(row('a', 1), row('b', 1), order('-value'))).toBeGreaterThan(0);
  });
});
