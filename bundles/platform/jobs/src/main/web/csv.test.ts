import { expect, test } from 'vitest';
import { rows } from './csv';

test('cells may hold commas, quotes and line ends', () => {
  expect(rows('row,errors\r\n2,"a, ""b""\nc"\r\n', 9)).toEqual([['row', 'errors'], ['2', 'a, "b"\nc']]);
});

test('no more rows are read than asked for', () => {
  expect(rows('a\nb\nc\n', 2)).toEqual([['a'], ['b']]);
});

test('the last row needs no line end', () => {
  expect(rows('a,b', 5)).toEqual([['a', 'b']]);
});
