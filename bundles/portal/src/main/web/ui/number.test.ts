import { expect, test } from 'vitest';
import { numberText, typedNumber } from './number';

test.each([
  ['1.234,50', 'de', '1234.50'],
  ['1234,5', 'de', '1234.5'],
  ['1.234', 'de', '1234'],
  ['1234.5', 'de', '1234.5'],
  ['1.5', 'de', '1.5'],
  ['-3,25', 'de', '-3.25'],
  ['12 000,5', 'fr', '12000.5'],
  ["1'234.50", 'de-CH', '1234.50'],
  ['1,234.50', 'en', '1234.50'],
  ['1,234', 'en', '1234'],
  ['1,5', 'en', '1.5'],
  ['12000', 'en', '12000'],
])('%s in %s is %s', (text, locale, number) => {
  expect(typedNumber(text, locale)).toBe(number);
});

test.each(['', 'x', '1,2,3', '1.2.3', '12,', '1e5', '--1'])('%s is left for the server to refuse', (text) => {
  expect(typedNumber(text, 'de')).toBe(text);
});

test('a number is shown as it would be typed', () => {
  expect(numberText('1234.5', 'de')).toBe('1234,5');
  expect(numberText('1234.5', 'en')).toBe('1234.5');
  expect(numberText('12,', 'de')).toBe('12,');
});
