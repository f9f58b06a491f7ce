import { expect, test } from 'vitest';
import type { Column, RecordPage, Row } from '../../api/description';
import { differing, disputed, listOf, prefilled, typed } from './edit';

const column = (name: string, settable = true): unknown => ({ name, kind: 'text', settable });
const page = { columns: [column('company'), column('phone'), column('id', false)] } as unknown as RecordPage;
const base: Row = { id: '1', company: 'Acme', phone: null };

test('what is typed back to what it was is no change any more', () => {
  const mine = typed(page, { base, mine: {} }, 'company', 'Other');
  expect(mine).toEqual({ company: 'Other' });
  expect(typed(page, { base, mine }, 'company', 'Acme')).toEqual({});
  expect(typed(page, { base: null, mine: {} }, 'company', null)).toEqual({ company: null });
});

test('a field is disputed while both sides have another value', () => {
  const edit = { base, mine: { company: 'Mine', phone: '1' } };
  expect(disputed(page, edit, { ...base, company: 'Theirs' })).toEqual(['company']);
  expect(disputed(page, edit, base)).toEqual([]);
});

test('others are told of by the columns that people change', () => {
  expect(differing(page, base, { id: '2', company: 'New', phone: null })).toEqual(['company']);
});

test('a link fills only columns that can be set', () => {
  expect(prefilled(page, new URLSearchParams('company=A&id=7&tab=x'), 'me')).toEqual({ company: 'A' });
});

test('a new record is of whoever makes it, unless the link says otherwise', () => {
  const owner = { name: 'assigned_to', kind: 'reference', refers_to: 'user', settable: true } as Column;
  const owned = { ...page, columns: [...page.columns, owner] };
  expect(prefilled(owned, new URLSearchParams(), 'me')).toEqual({ assigned_to: 'me' });
  expect(prefilled(owned, new URLSearchParams('assigned_to=you'), 'me')).toEqual({ assigned_to: 'you' });
  const driver = { ...owner, name: 'driver_id' };
  const maker = { ...owner, name: 'created_by', settable: false };
  expect(prefilled({ ...page, columns: [maker, driver] }, new URLSearchParams(), 'me')).toEqual({ driver_id: 'me' });
  expect(prefilled({ ...page, columns: [driver, owner] }, new URLSearchParams(), 'me')).toEqual({ assigned_to: 'me' });
  expect(prefilled({ ...page, columns: [{ ...owner, settable: false }] }, new URLSearchParams(), 'me')).toEqual({});
});

test("the list of a child is its parent's page", () => {
  expect(listOf('clients/1/contacts')).toBe('clients/1');
  expect(listOf('leads')).toBe('leads');
});
