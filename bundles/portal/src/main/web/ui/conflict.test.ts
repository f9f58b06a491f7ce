import { expect, test } from 'vitest';
import type { Column, Kind, RecordPage, Row } from '../api/description';
import { changed, settled, weigh } from './conflict';

function column(name: string, kind: Kind): Column {
  return {
    name, kind, label: name, settable: true, required: false, max_length: null, values: null, refers_to: null, sortable: true, help: null,
  };
}

const page = {
  name: 'lead',
  columns: [column('company', 'text'), column('phone', 'phone'), column('value', 'money'), column('at', 'timestamp'), column('metadata', 'json')],
} as unknown as RecordPage;

const before: Row = { id: '1', company: 'Acme', phone: null, value: 12000, at: '2026-11-28T04:00:00Z', metadata: { size: 'xl', vip: true } };

test('only what is another value is sent', () => {
  const mine = { company: 'Acme', phone: '', value: '12000.00', at: '2026-11-28T04:00:00.000Z', metadata: { vip: true, size: 'xl' } };
  expect(changed(page, mine, before)).toEqual({});
  expect(changed(page, { company: 'Other', value: '12000.5' }, before)).toEqual({ company: 'Other', value: '12000.5' });
});

test('of custom fields only the keys that changed are sent, null for a removed one', () => {
  expect(changed(page, { metadata: { size: 's', age: 3 } }, before)).toEqual({ metadata: { size: 's', age: 3, vip: null } });
});

test('what only one side changed is merged without a question', () => {
  const theirs = { ...before, phone: '123', metadata: { size: 'xl', vip: false } };
  const weighed = weigh(page, { company: 'Mine', metadata: { size: 's', vip: true } }, before, theirs);
  expect(weighed).toEqual({ merged: { company: 'Mine', metadata: { size: 's' } }, conflicts: [] });
});

test('what both changed to the same is no conflict', () => {
  expect(weigh(page, { company: 'Same' }, before, { ...before, company: 'Same' })).toEqual({ merged: {}, conflicts: [] });
});

test('what both changed differently is asked for, and then taken from the chosen side', () => {
  const theirs = { ...before, company: 'Theirs', metadata: { size: 'm', vip: true } };
  const weighed = weigh(page, { company: 'Mine', phone: '1', metadata: { size: 's', vip: true } }, before, theirs);
  expect(weighed.conflicts.map(({ column: { name }, key }) => [name, key])).toEqual([['company', null], ['metadata', 'size']]);
  expect(settled(weighed, [])).toEqual({ phone: '1' });
  expect(settled(weighed, weighed.conflicts)).toEqual({ company: 'Mine', phone: '1', metadata: { size: 's' } });
});

test('clearing a field that others changed is a conflict too', () => {
  const weighed = weigh(page, { company: null }, before, { ...before, company: 'Theirs' });
  expect(weighed.conflicts).toHaveLength(1);
  expect(settled(weighed, weighed.conflicts)).toEqual({ company: null });
});
