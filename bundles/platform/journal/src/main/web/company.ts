/** One rate as it is typed: text until it is sent. */
export interface Rate {
  readonly name: string;
  readonly rate: string | number;
}

/** What GET /settings answers; the API's document does not describe it. */
export interface Company {
  readonly version: number;
  readonly name: string | null;
  readonly address: string | null;
  readonly tax_id: string | null;
  readonly bank_account: string | null;
  readonly logo: string | null;
  readonly base_currency: string;
  readonly time_zone: string;
  readonly tax_rates: readonly Rate[];
  readonly payment_terms: string;
  readonly payment_days: number;
  readonly numbering_prefixes: Readonly<Record<string, string>>;
  readonly updated_at: string | null;
}

export type Field = Exclude<keyof Company, 'version' | 'updated_at'>;
export type Edits = Readonly<Partial<Record<Field, unknown>>>;

/** The edits that differ from what is saved. */
export function changed(company: Company, edits: Edits): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([name, value]) => !same(value, company[name as Field])));
}

/** The fields that were edited here and saved otherwise by somebody else since. */
export function conflicts(before: Company, theirs: Company, edits: Edits): readonly Field[] {
  return (Object.keys(changed(theirs, edits)) as Field[]).filter((name) => !same(before[name], theirs[name]));
}

/** Numbers count as what they say, however they were typed; nothing is as good as an empty text. */
function same(one: unknown, other: unknown): boolean {
  return text(one) === text(other);
}

function text(value: unknown): string {
  if (Array.isArray(value)) {
    return JSON.stringify(value.map(text));
  }
  if (typeof value === 'object' && value !== null) {
    return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, text(part)]));
  }
  const plain = value === null || value === undefined ? '' : String(value);
  return plain !== '' && !Number.isNaN(Number(plain)) ? String(Number(plain)) : plain;
}

/** A number as people type it, for the API: `19,5` becomes `19.5`. */
export function exact(typed: string): string {
  return typed.trim().replace(',', '.');
}
