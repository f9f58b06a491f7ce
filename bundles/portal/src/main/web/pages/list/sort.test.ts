import { describe, expect, it } from 'vitest';
import { downFirst, sortedBy, sortKeys } from './sort';

describe('the order of a list', () => {
  const usual = '-created_at';

  it('is read as the API writes it', () => {
    expect(sortKeys('-score,last_name')).toEqual([
      { column: 'score', descending: true },
      { column: 'last_name', descending: false },
    ]);
    expect(sortKeys('')).toEqual([]);
  });

  it('goes up, down and back to the usual one', () => {
    expect(sortedBy(usual, 'score', usual, false)).toBe('score');
    expect(sortedBy('score', 'score', usual, false)).toBe('-score');
    expect(sortedBy('-score', 'score', usual, false)).toBe(usual);
  });

  it('takes the place of another, unless more are wanted', () => {
    expect(sortedBy('score', 'last_name', usual, false)).toBe('last_name');
    expect(sortedBy('score', 'last_name', usual, true)).toBe('score,last_name');
    expect(sortedBy('score,last_name', 'score', usual, true)).toBe('-score,last_name');
    expect(sortedBy('-score,last_name', 'score', usual, true)).toBe('last_name');
  });

  it('begins with the newest, the most and the first letter', () => {
    expect(downFirst('timestamp')).toBe(true);
    expect(downFirst('money')).toBe(true);
    expect(downFirst('text')).toBe(false);
    expect(downFirst('reference')).toBe(false);
  });

  it('is not added behind the usual one, which nobody chose', () => {
    expect(sortedBy(usual, 'score', usual, true)).toBe('score');
  });
});
