import { expect, test, vi } from 'vitest';

vi.mock('@crm/portal', () => ({ locale: () => 'en' }));
const { bytes, span } = await import('./status-report');

test('sizes have the largest unit that fits', () => {
  expect(bytes(11_843_263, 'en')).toBe('12 MB');
  expect(bytes(1_234_000_000, 'en')).toBe('1.2 GB');
  expect(bytes(500, 'de')).toBe('0,5 kB');
});

test('spans have two units', () => {
  expect(span(1023, 'en')).toBe('17 min 3 sec');
  expect(span(90_000, 'en')).toBe('1 day 1 hr');
  expect(span(5, 'en')).toBe('5 sec');
});
