import { expect, test } from 'vitest';
import { move } from './grid-places';
import { lines } from './permissions';

const all = lines(['leads:read', 'leads:convert', 'leads:merge', 'users:read', 'users:create']);
const press = (key: string, row: number, column: number, ctrlKey = false) => move({ key, ctrlKey }, { row, column }, all);

test('arrow keys stay inside the grid', () => {
  expect(press('ArrowUp', 0, 2)).toEqual({ row: 0, column: 2 });
  expect(press('ArrowLeft', 0, 0)).toEqual({ row: 0, column: 0 });
  expect(press('ArrowRight', 0, 7)).toEqual({ row: 0, column: 7 });
});

test('a line that has fewer cells takes the last of them', () => {
  expect(press('ArrowDown', 0, 7)).toEqual({ row: 1, column: 5 });
});

test('Home and End lead to the ends of the line, with Ctrl of the grid', () => {
  expect(press('End', 0, 0)).toEqual({ row: 0, column: 7 });
  expect(press('End', 0, 0, true)).toEqual({ row: 1, column: 5 });
  expect(press('Home', 1, 3, true)).toEqual({ row: 0, column: 0 });
});

test('another key leads nowhere', () => {
  expect(press('x', 0, 0)).toBeNull();
});
