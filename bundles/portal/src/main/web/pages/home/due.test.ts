import { describe, expect, it } from 'vitest';
import { days, due } from './due';

describe('what is due', () => {
  const today = '2026-11-28';

  it('is overdue, for today or to come, in this order', () => {
    const rows = ['2026-12-01', '2026-11-28', '2026-11-27', null].map((due_date, at) => ({ id: String(at), due_date }));
    expect(due(rows, today).map(({ when, rows: of }) => [when, of.map(({ id }) => id)])).toEqual([
      ['overdue', ['2']],
      ['today', ['1']],
      ['next', ['0', '3']],
    ]);
  });

  it('has no empty headings', () => {
    expect(due([], today)).toEqual([]);
    expect(due([{ id: 'a', due_date: today }], today)).toHaveLength(1);
  });

  it('counts days over the change of the clocks and the year', () => {
    expect(days('2026-10-24', '2026-10-26')).toBe(2);
    expect(days('2026-12-31', '2027-01-01')).toBe(1);
    expect(days('2026-11-28', '2026-11-20')).toBe(-8);
  });
});
