import { describe, expect, it } from 'vitest';
import { Selection } from './selection';

describe('the selection', () => {
  it('has some rows', () => {
    const selection = new Selection();
    expect(selection.none).toBe(true);
    selection.set(['a', 'b'], true);
    selection.set(['a'], false);
    expect([selection.has('a'), selection.has('b'), selection.count(9)]).toEqual([false, true, 1]);
  });

  it('has all that match, but some', () => {
    const selection = new Selection();
    selection.set(['a'], true);
    selection.setAll(true);
    selection.set(['b'], false);
    expect([selection.has('a'), selection.has('b'), selection.count(9)]).toEqual([true, false, 8]);
    expect(selection.none).toBe(false);
    selection.setAll(false);
    expect([selection.none, selection.has('a')]).toEqual([true, false]);
  });
});
