import { expect, test } from 'vitest';
import { changed, conflicts, exact, type Company } from './company';

const saved: Company = {
  version: 3, name: 'Acme', address: null, tax_id: null, bank_account: null, logo: null, base_currency: 'EUR', time_zone: 'UTC',
  tax_rates: [{ name: 'Standard', rate: 20 }], payment_terms: 'Net 30', payment_days: 30,
  numbering_prefixes: { invoice: 'INV', credit_note: 'CN' }, updated_at: null,
};

test('what was typed back is no change', () => {
  expect(changed(saved, { name: 'Acme', address: '', payment_days: '30', tax_rates: [{ name: 'Standard', rate: '20.00' }] })).toEqual({});
  expect(changed(saved, { payment_days: '14' })).toEqual({ payment_days: '14' });
});

test('the order of prefixes says nothing, that of rates does', () => {
  expect(changed(saved, { numbering_prefixes: { credit_note: 'CN', invoice: 'INV' } })).toEqual({});
  const two = { ...saved, tax_rates: [{ name: 'A', rate: 1 }, { name: 'B', rate: 2 }] };
  expect(Object.keys(changed(two, { tax_rates: [{ name: 'B', rate: 2 }, { name: 'A', rate: 1 }] }))).toEqual(['tax_rates']);
});

test('a conflict is only where both changed the same field to something else', () => {
  const theirs = { ...saved, version: 4, name: 'Acme Ltd', time_zone: 'Europe/Vienna' };
  expect(conflicts(saved, theirs, { name: 'ACME' })).toEqual(['name']);
  expect(conflicts(saved, theirs, { name: 'Acme Ltd' })).toEqual([]);
  expect(conflicts(saved, theirs, { payment_days: 14 })).toEqual([]);
});

test('a decimal comma is a point for the API', () => {
  expect(exact(' 19,5 ')).toBe('19.5');
});
