import { beforeEach, describe, expect, it, vi } from 'vitest';
import { get } from '../../api/client';
import { Rows } from './rows';

vi.mock('../../api/client', () => ({ get: vi.fn() }));

const row = (id: number): object => ({ id: String(id) });

/** Answers with this many rows of those that there are. */
function serve(found: number): void {
  vi.mocked(get).mockImplementation((_path, query) => {
    const asked = new URLSearchParams(query as URLSearchParams);
    const items = Array.from({ length: Math.min(found, Number(asked.get('limit'))) }, (_, i) => row(i));
    const more = found > items.length;
    return Promise.resolve({ items, next_cursor: more ? 'next' : null, ...(asked.has('count') && { total: found }) });
  });
}

const counts = (): number => vi.mocked(get).mock.calls.filter(([, query]) => (query as URLSearchParams).has('count')).length;

describe('the rows of a list', () => {
  beforeEach(() => {
    vi.mocked(get).mockReset();
  });

  it('are not counted where the first page holds all', async () => {
    serve(3);
    const rows = new Rows('leads', new URLSearchParams());

    await rows.begin(null, false);

    expect(rows.total).toBe(3);
    expect(counts()).toBe(0);
  });

  it('are counted after the first page is there', async () => {
    serve(200_000);
    const rows = new Rows('leads', new URLSearchParams());
    const told = new Promise((tell) => (rows.told = tell));

    await rows.begin(null, false);

    await told;
    expect(rows.size).toBe(200_000);
    expect(vi.mocked(get).mock.calls.map(([, query]) => (query as URLSearchParams).has('count'))).toEqual([false, true]);
  });

  it('are not counted again in another order', async () => {
    serve(200_000);
    const rows = new Rows('leads', new URLSearchParams());

    await rows.begin(200_000, true);

    expect(rows.size).toBe(200_000);
    expect(counts()).toBe(0);
  });

  it('keep their room while they are counted again', async () => {
    let count = (_answer: unknown): void => {};
    vi.mocked(get).mockImplementation((_path, query) =>
      (query as URLSearchParams).has('count')
        ? new Promise((answer) => (count = answer))
        : Promise.resolve({ items: [row(1)], next_cursor: 'next' }),
    );
    const rows = new Rows('leads', new URLSearchParams());
    const told = new Promise((tell) => (rows.told = tell));

    await rows.begin(200_000, false, [99]);

    expect(rows.size).toBe(200_000);
    count({ items: [], next_cursor: null, total: 200_001 });
    await told;
    expect(rows.size).toBe(200_001);
  });
});
