import type { Column, RecordPage } from '../../../api/description';
import { examples, type Head } from './csv-head';

/** How a file is to be read. */
export interface How {
  /** Which field each heading fills; headings without one are passed over. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly constants: Readonly<Record<string, unknown>>;
  readonly date_format: string;
  readonly decimal: '.' | ',';
  readonly key: string;
  readonly allow_duplicate: boolean;
}

/** What people call columns beside their names and labels. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  first_name: ['first', 'given name', 'vorname', 'prenom'],
  last_name: ['last', 'surname', 'family name', 'nachname', 'name'],
  email: ['e mail', 'mail', 'email address', 'e mail address', 'e mail adresse'],
  phone: ['telephone', 'tel', 'mobile', 'telefon', 'telefonnummer', 'rufnummer'],
  company: ['account', 'organisation', 'organization', 'firma', 'unternehmen'],
  company_name: ['company', 'account', 'client', 'firma', 'kunde', 'unternehmen'],
  job_title: ['title', 'position', 'role', 'funktion'],
  assigned_to: ['owner', 'sales rep', 'zustaendig', 'bearbeiter', 'betreuer'],
  estimated_value: ['value', 'amount', 'wert', 'betrag'],
  expected_close_date: ['close date', 'close', 'abschluss', 'abschlussdatum'],
  source: ['lead source', 'quelle', 'herkunft'],
  notes: ['note', 'comment', 'notiz', 'bemerkung'],
  created_at: ['created', 'date', 'erstellt', 'angelegt am'],
};

/** The columns that an import may fill. */
export function fillable(page: RecordPage): readonly Column[] {
  return page.columns.filter((column) => (column.settable && column.kind !== 'json') || column.name === 'created_at');
}

/** A heading without what people write differently. */
export function plain(text: string): string {
  const letters = text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
  return letters.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, ' ').trim();
}

/** Guesses which field each heading fills, by the names and the labels in all languages; each field once. */
export function guessed(header: readonly string[], pages: readonly RecordPage[]): Readonly<Record<string, string>> {
  const words = new Map<string, string>();
  const add = (word: string, name: string): void => {
    if (!words.has(plain(word))) {
      words.set(plain(word), name);
    }
  };
  const columns = pages.flatMap((page) => fillable(page));
  columns.forEach((column) => add(column.name, column.name));
  columns.forEach((column) => add(column.label, column.name));
  columns.forEach((column) => (ALSO[column.name] ?? []).forEach((word) => add(word, column.name)));
  const taken = new Set<string>();
  const mapping: Record<string, string> = {};
  for (const name of header) {
    const field = words.get(plain(name));
    if (field !== undefined && !taken.has(field) && header.indexOf(name) === header.lastIndexOf(name)) {
      taken.add(field);
      mapping[name] = field;
    }
  }
  return mapping;
}

export const DATE_FORMATS = ['', 'dd.MM.yyyy', 'd.M.yyyy', 'dd/MM/yyyy', 'd/M/yyyy', 'MM/dd/yyyy', 'M/d/yyyy', 'yyyy/MM/dd', 'dd-MM-yyyy'] as const;

/** The format that most examples have, but at least half of them; '' stands for ISO 8601. */
export function dateFormat(values: readonly string[]): string {
  const having = (format: string): number => values.filter((value) => hasFormat(value, format)).length;
  const formats = DATE_FORMATS.filter((format) => format !== '' && having(format) * 2 >= values.length);
  return values.length === 0 ? '' : formats.reduce<string>((best, format) => (having(format) > having(best) ? format : best), '');
}

function hasFormat(value: string, format: string): boolean {
  if (format === '') {
    return false;
  }
  const separator = /[./-]/.exec(format)?.[0] ?? '-';
  const [values, parts] = [value.split(separator), format.split(separator)];
  return values.length === 3 && parts.every((part, i) => {
    const number = values[i] ?? '';
    const length = part.length === 1 ? [1, 2] : [part.length];
    const most = part.startsWith('M') ? 12 : part.startsWith('d') ? 31 : 9999;
    return /^\d+$/.test(number) && length.includes(number.length) && Number(number) >= 1 && Number(number) <= most;
  });
}

/** Whether numbers have a comma before their decimals. */
export function decimalSign(values: readonly string[]): '.' | ',' {
  const commas = values.filter((value) => /,\d{1,2}$/.test(value)).length;
  const points = values.filter((value) => /\.\d{1,2}$/.test(value)).length;
  return commas > points ? ',' : '.';
}

/** How a file looks as if it were to be read. */
export function guess(of: Head, page: RecordPage, pages: readonly RecordPage[]): How {
  const mapping = guessed(of.header, pages);
  const values = (kinds: readonly Column['kind'][]): readonly string[] =>
    of.header.flatMap((name, index) => {
      const column = page.columns.find((candidate) => candidate.name === mapping[name]);
      return column !== undefined && kinds.includes(column.kind) ? examples(of, index) : [];
    });
  return {
    mapping,
    constants: {},
    date_format: dateFormat(values(['date', 'timestamp'])),
    decimal: decimalSign(values(['money', 'decimal', 'percent'])),
    key: '',
    allow_duplicate: false,
  };
}
