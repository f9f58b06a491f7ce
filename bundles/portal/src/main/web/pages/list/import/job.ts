import { parse } from 'papaparse';
import { call, get, send } from '../../../api/client';
import type { RecordPage } from '../../../api/description';
import type { How } from './mapping';

/** An import as it stands. */
export interface Job {
  readonly id: string;
  readonly status: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly rows_total: number | null;
  readonly rows_done: number;
  readonly rows_failed: number;
  readonly seconds_left: number | null;
  readonly error: string | null;
}

/** Why a row was not imported. */
export interface RowError {
  readonly row: string;
  /** The field, or '' if the row itself is wrong. */
  readonly field: string;
  readonly reason: string;
}

export const SHOWN_ERRORS = 200;

export function ended(job: Job): boolean {
  return job.status !== 'queued' && job.status !== 'running';
}

/** Hands the file to the server; resolves to the job that reads it. */
export async function submit(page: RecordPage, file: File, how: How, dry: boolean): Promise<string> {
  const form = new FormData();
  form.set('file', file);
  form.set('mapping', JSON.stringify(how.mapping));
  form.set('constants', JSON.stringify(texts(how.constants)));
  form.set('decimal', how.decimal);
  form.set('dry_run', String(dry));
  form.set('allow_duplicate', String(how.allow_duplicate));
  if (how.date_format !== '') {
    form.set('date_format', how.date_format);
  }
  if (how.key !== '') {
    form.set('key', how.key);
  }
  return (await call<{ readonly id: string }>('POST', `${page.path}/import`, { body: form })).body.id;
}

function texts(constants: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const given = Object.entries(constants).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

export function jobOf(id: string): Promise<Job> {
  return get<Job>(`jobs/${id}`);
}

export async function cancel(id: string): Promise<void> {
  await call('POST', `jobs/${id}/cancel`, { body: {} });
}

export async function errorsFile(id: string): Promise<Blob> {
  return (await send('GET', `jobs/${id}/errors.csv`, { headers: { Accept: 'text/csv' } })).blob();
}

/** The first of the rows that failed. */
export function errors(text: string): readonly RowError[] {
  const rows = parse<string[]>(text, { preview: SHOWN_ERRORS + 1, skipEmptyLines: true }).data.slice(1);
  return rows.flatMap(([row = '', reasons = '']) =>
    reasons.split('; ').map((reason) => {
      const colon = /^([a-z_][\w.]*): (.*)$/s.exec(reason);
      return { row, field: colon?.[1] ?? '', reason: colon?.[2] ?? reason };
    }),
  );
}
