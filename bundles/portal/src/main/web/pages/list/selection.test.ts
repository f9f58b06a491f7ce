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

  it('does not tell that nothing is still chosen', () => {
    const selection = new Selection();
    const before = selection.version.value;
    selection.setAll(false);
    expect(selection.version.value).toBe(before);
    selection.setAll(true);
    expect(selection.version.value).not.toBe(before);
  });
});
