import { describe, expect, it } from 'vitest';
import type { Column, Kind, RecordPage } from '../../../api/description';
import { decoded } from './csv-head';
import { dateFormat, decimalSign, guess, guessed } from './mapping';

function page(...words: readonly string[]): RecordPage {
  const columns = words.map((word): Column => {
    const [name, kind, label] = word.split(':') as [string, Kind, string];
    return { name, label, kind, settable: true, required: false, max_length: null, values: null, refers_to: null, sortable: true, help: null };
  });
  return { columns } as unknown as RecordPage;
}

const english = page('first_name:text:First name', 'last_name:text:Last name', 'estimated_value:money:Estimated value', 'expected_close_date:date:Expected close');
const german = page('first_name:text:Vorname', 'last_name:text:Nachname', 'estimated_value:money:Geschätzter Wert', 'expected_close_date:date:Geplanter Abschluss');

describe('headings', () => {
  it('are known by name, by label in each language and by what people call them', () => {
    expect(guessed(['first_name', 'NACHNAME', 'geschaetzter-Wert', 'Close date', 'Shoe'], [english, german])).toEqual({
      first_name: 'first_name',
      NACHNAME: 'last_name',
      'geschaetzter-Wert': 'estimated_value',
      'Close date': 'expected_close_date',
    });
  });

  it('fill each field once', () => {
    expect(guessed(['Vorname', 'First name', 'First name'], [english, german])).toEqual({ Vorname: 'first_name' });
  });
});

describe('a file', () => {
  it('shows how its dates and numbers are written', () => {
    expect(dateFormat(['31.12.2026', '01.02.2026'])).toBe('dd.MM.yyyy');
    expect(dateFormat(['1.2.2026', '3.12.2026'])).toBe('d.M.yyyy');
    expect(dateFormat(['24.12.2026', '31.12.2026', 'soon'])).toBe('dd.MM.yyyy');
    expect(dateFormat(['12/31/2026'])).toBe('MM/dd/yyyy');
    expect(dateFormat(['2026-01-31'])).toBe('');
    expect(decimalSign(['1.234,50', '3,5'])).toBe(',');
    expect(decimalSign(['1,234.50', '3'])).toBe('.');
  });

  it('is guessed as a whole', () => {
    const head = { header: ['Vorname', 'Wert', 'Abschluss'], rows: [['Ada', '1.234,50', '24.12.2026']] };
    expect(guess(head, german, [german])).toMatchObject({ decimal: ',', date_format: 'dd.MM.yyyy', mapping: { Abschluss: 'expected_close_date' } });
  });

  it('is read in its encoding', () => {
    expect(decoded(new Uint8Array([0x47, 0x72, 0xc3, 0xb6]))).toBe('Grö');
    expect(decoded(new Uint8Array([0x47, 0x72, 0xf6]))).toBe('Grö');
    expect(decoded(new Uint8Array([0xff, 0xfe, 0x47, 0x00]))).toBe('G');
  });
});
