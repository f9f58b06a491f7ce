import { afterEach, describe, expect, it } from 'vitest';
import { chosen } from '../texts/texts';
import { rule } from './rules';

describe('the rule that a field broke', () => {
  afterEach(() => chosen.set('en'));

  it('is said in the language of the reader', () => {
    chosen.set('de');
    expect(rule({ field: 'name', code: 'required', message: 'must not be empty' })).toBe('darf nicht leer sein');
  });

  it('says the limit', () => {
    expect(rule({ field: 'name', code: 'too_long', message: 'has more than 255 characters' })).toBe('is longer than 255 characters');
    expect(rule({ field: 'metadata', code: 'too_long', message: 'has more than 64 KiB' })).toBe('is longer than 64 KiB');
  });

  it('is in the words of the server where it is known only there', () => {
    expect(rule({ field: 'plan', code: 'sold_out', message: 'is sold out' })).toBe('is sold out');
  });
});
