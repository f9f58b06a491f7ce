import { describe, expect, it } from 'vitest';
import { best, folded, match } from './match';

describe('a match', () => {
  it('wants every word to begin a word', () => {
    expect(match('new le', 'New Lead')).toBeGreaterThan(0);
    expect(match('ead', 'New Lead')).toBe(0);
    expect(match('new client', 'New Lead')).toBe(0);
  });

  it('reads over accents and case', () => {
    expect(folded('Größe ÉTÉ')).toBe('grosse ete');
    expect(match('loschen', 'Löschen')).toBeGreaterThan(0);
  });

  it('counts the beginning of a label most and its hints least', () => {
    const [first, later, hinted] = [match('lead', 'Leads'), match('lead', 'Import leads'), match('lead', 'Board', 'leads')];
    expect(first).toBeGreaterThan(later);
    expect(later).toBeGreaterThan(hinted);
    expect(hinted).toBeGreaterThan(0);
  });

  it('takes everything for no words, in its order and bounded', () => {
    expect(best('', ['c', 'a', 'b'], (thing) => [thing], 2)).toEqual(['c', 'a']);
  });

  it('prefers the label that is the word', () => {
    expect(best('leads', ['Leads archive', 'Leads'], (thing) => [thing], 5)).toEqual(['Leads', 'Leads archive']);
  });
});
