import { expect, test, vi } from 'vitest';

vi.hoisted(() => {
  vi.stubGlobal('localStorage', { getItem: () => 'de' });
  vi.stubGlobal('navigator', { languages: ['de-DE'] });
});

import type { RecordPage } from '../../api/description';
import { Problem } from '../../api/problem';
import type { Activity } from './activity';
import { refusal } from './refusal';
import { sentence } from './sentence';

const page = {
  label: 'Lead',
  status: 'status',
  columns: [
    { name: 'status', label: 'Status', kind: 'enum', settable: true, values: [{ value: 'new', label: 'Neu' }, { value: 'lost', label: 'Verloren' }] },
    { name: 'company', label: 'Firma', kind: 'text', settable: true, max_length: 100, values: null },
  ],
} as unknown as RecordPage;

function activity(action: string, metadata: object, description = ''): Activity {
  return { action, metadata, description } as unknown as Activity;
}

test('a status change is told in the words of the page', () => {
  const told = sentence(page, activity('status_changed', { from: 'new', to: 'lost', fields: ['status', 'company'] }));
  expect(told.text).toBe('hat Status von Neu auf Verloren geändert und außerdem: Firma');
});

test('a change names its fields, and a record that it speaks of', () => {
  expect(sentence(page, activity('updated', { fields: ['company'] })).text).toBe('hat geändert: Firma');
  expect(sentence(page, activity('converted', { client_id: '7' })).about).toEqual({ type: 'client', id: '7' });
});

test("an action without words here has the server's", () => {
  expect(sentence(page, activity('blessed', {}, 'Lead was blessed'))).toEqual({ text: 'Lead was blessed', about: null });
});

test('rules stand at their fields in the language of the reader', () => {
  const errors = [{ field: 'company', code: 'too_long', message: 'x' }, { field: 'bogus', code: 'odd', message: 'is odd' }];
  const told = refusal(page, new Problem({ status: 422, errors }), { company: 'x' });
  expect(told.fields).toEqual({ company: 'ist länger als 100 Zeichen' });
  expect(told.summary).toBe('Nicht gespeichert: Ein Feld braucht Ihre Aufmerksamkeit. bogus: is odd');
});

test('an illegal move stands at the field that was moved, with the moves that there are', () => {
  const failure = new Problem({ status: 409, type: '/problems/illegal_move', current: 'new', allowed: ['lost'] });
  expect(refusal(page, failure, { company: 'A', status: 'new' }).fields).toEqual({
    status: 'Aus Neu kann nicht Neu werden. Möglich: Verloren.',
  });
});
