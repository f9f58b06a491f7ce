import type { Column, RecordPage, Row, Section } from '../../api/description';

/** What the server keeps about every record; it stands at the end. */
const SYSTEM: readonly string[] = ['created_at', 'created_by', 'updated_at', 'updated_by'];
const HIDDEN: readonly string[] = ['id', 'version', 'deleted_at'];

/** A section of a record with its columns. */
export interface Part {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly Column[];
}

/** The sections of the form; custom fields have one of their own where the page names none for them. */
export function formParts(page: RecordPage, isNew: boolean): readonly Part[] {
  const named = new Set(page.form.flatMap((section) => section.columns));
  const parts = page.form.map((section) => part(page, section, isNew));
  const custom = page.columns.filter((one) => one.kind === 'json' && one.settable && !named.has(one.name));
  return [...parts, { name: 'custom', label: custom[0]?.label ?? '', columns: custom }].filter(
    (one) => one.columns.length > 0,
  );
}

/** What a form does not show: computed columns that have a value, then who made the record and when. */
export function systemColumns(page: RecordPage, row: Row): readonly Column[] {
  const named = new Set([...page.form.flatMap((section) => section.columns), ...HIDDEN]);
  const rest = page.columns.filter((one) => !named.has(one.name) && !one.settable && filled(row[one.name]));
  const system = (one: Column): number => SYSTEM.indexOf(one.name);
  return [...rest].sort((a, b) => system(a) - system(b));
}

function part(page: RecordPage, section: Section, isNew: boolean): Part {
  const columns = section.columns
    .map((name) => page.columns.find((one) => one.name === name))
    .filter((one) => one !== undefined)
    // What the path says already is not asked for; of a new record only what can be set.
    .filter((one) => !page.path.includes(`{${one.name}}`) && (one.settable || !isNew));
  return { name: section.name, label: section.label, columns };
}

function filled(value: unknown): boolean {
  const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return value !== null && value !== undefined && value !== '' && !empty;
}
