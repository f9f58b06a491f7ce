import { expect, test } from 'vitest';
import { allowed } from './allowed';

test('a choice, a range and a text are told apart', () => {
  expect(allowed('one of local, all, none')).toEqual({ kind: 'one', values: ['local', 'all', 'none'] });
  expect(allowed('a whole number from 2 to 500')).toEqual({ kind: 'range', from: 2, to: 500 });
  expect(allowed('a text')).toEqual({ kind: 'text' });
});

test('what is said otherwise stays as it is said', () => {
  expect(allowed('an address such as 10.0.0.0/8')).toEqual({ kind: 'other', said: 'an address such as 10.0.0.0/8' });
});
