import { describe, expect, it } from 'vitest';
import type { Column, Kind } from '../../api/description';
import { condition, fromAddress, narrowed, replaced, toAddress, type Asked } from './conditions';
import { found } from './query';

const columns = (['status:enum', 'score:integer', 'company:text', 'created_at:timestamp', 'assigned_to:reference'] as const).map(
  (word): Column => {
    const [name, kind] = word.split(':') as [string, Kind];
    return { name, label: name, kind, settable: true, required: false, max_length: null, values: null, refers_to: null, sortable: true, help: null };
  },
);
const none: Asked = { q: '', sort: '-created_at', conditions: [], filter: '' };

describe('the address of a list', () => {
  const text = 'q=acme&status=new&status=lost&score.from=10&score.to=50&company.has=foo&metadata.region=N&filter=score%3D%3D5&sort=score';

  it('says all that is asked for, and reads it again', () => {
    const asked = fromAddress(new URLSearchParams(text), columns, '-created_at');
    expect(toAddress(asked, '-created_at').toString()).toBe(text);
    expect(asked.conditions.map((of) => of.column)).toEqual(['status', 'score', 'company', 'metadata.region']);
    expect(narrowed(asked)).toBe(true);
  });

  it('leaves out the usual order, and passes over what it does not know', () => {
    const asked = fromAddress(new URLSearchParams('nose=1&score.nose=2&status='), columns, '-created_at');
    expect(asked).toEqual(none);
    expect(toAddress(asked, '-created_at').toString()).toBe('');
    expect(narrowed(asked)).toBe(false);
  });
});

describe('a condition', () => {
  const asked = (more: Partial<Asked>): string => decodeURIComponent(found({ ...none, ...more }, columns, 'ME').toString()).replaceAll('+', ' ');

  it('takes the place of another, and goes when it is empty', () => {
    const some = replaced(none, { ...condition('status'), values: ['new'] });
    expect(some.conditions).toHaveLength(1);
    expect(replaced(some, { ...condition('status'), values: ['lost'] }).conditions[0]?.values).toEqual(['lost']);
    expect(replaced(some, condition('status')).conditions).toEqual([]);
  });

  it('on values is a parameter, and me is who asks', () => {
    expect(asked({ conditions: [{ ...condition('assigned_to'), values: ['me', 'null'] }] })).toBe('assigned_to=ME&assigned_to=null');
  });

  it('on a range is a comparison', () => {
    expect(asked({ conditions: [{ ...condition('score'), from: '10', to: '50' }] })).toBe('filter=score=ge="10";score=le="50"');
  });

  it('on the days of an instant ends before the day after', () => {
    const [from, to] = [new Date(2026, 0, 31).toISOString(), new Date(2026, 1, 1).toISOString()];
    expect(asked({ conditions: [{ ...condition('created_at'), from: '2026-01-31', to: '2026-01-31' }] })).toBe(
      `filter=created_at=ge="${from}";created_at=lt="${to}"`,
    );
  });

  it('on words does not mind how they are written, nor what they mean elsewhere', () => {
    expect(asked({ conditions: [{ ...condition('company'), has: 'big oak' }] })).toBe(
      'filter=(company=="*big oak*",company=="*Big oak*",company=="*Big Oak*",company=="*BIG OAK*")',
    );
    expect(asked({ conditions: [{ ...condition('company'), has: '1"*\\' }] })).toBe('filter=company=="*1\\"\\\\*\\\\*"');
  });

  it('goes with an expression that came with a link', () => {
    expect(asked({ filter: 'score==1,score==2', q: ' x ', conditions: [{ ...condition('score'), to: '5' }] })).toBe(
      'q=x&filter=(score==1,score==2);score=le="5"',
    );
  });
});
