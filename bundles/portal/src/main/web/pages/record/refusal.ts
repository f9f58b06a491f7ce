import { column, type RecordPage } from '../../api/description';
import { Problem, type Candidate, type FieldError } from '../../api/problem';
import { rule } from '../../api/rules';
import { pageNamed } from '../../api/portal';
import { t } from '../../texts/texts';
import type { Changes } from '../../ui/conflict';
import { explained } from '../../ui/explained';

/** Why a record was not saved: what stands at the fields, and what stands above the form. */
export interface Refusal {
  readonly fields: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly candidates: readonly Candidate[] | null;
}

/** Reads a failure for a form that has these columns and was sent with these values. */
export function refusal(page: RecordPage, failure: unknown, sent: Changes): Refusal {
  if (!(failure instanceof Problem)) {
    return { fields: {}, summary: explained(failure).text, candidates: null };
  }
  const { body, status } = failure;
  if (status === 422 && body.errors !== undefined) {
    return invalid(page, body.errors);
  }
  if (kind(failure) === 'illegal_move') {
    return illegalMove(page, failure, sent);
  }
  if (kind(failure) === 'duplicate') {
    return { fields: {}, summary: t('record.duplicate'), candidates: body.candidates ?? [] };
  }
  return { fields: {}, summary: said(failure), candidates: null };
}

/** What a person has to know of a command that was refused. */
export function said(failure: unknown): string {
  if (failure instanceof Problem && kind(failure) === 'dependants') {
    const counts = Object.entries((failure.body['dependants'] ?? {}) as Readonly<Record<string, number>>);
    const parts = counts.map(([name, count]) => `${count} × ${pageNamed(name.replace(/s$/, ''))?.plural ?? name}`);
    return t('record.dependants', { what: parts.join(', ') });
  }
  if (failure instanceof Problem && kind(failure) === 'converted') {
    return t('record.converted');
  }
  return explained(failure).text;
}

function kind(problem: Problem): string {
  return problem.body.type?.split('/').pop() ?? '';
}

function invalid(page: RecordPage, errors: readonly FieldError[]): Refusal {
  const fields: Record<string, string> = {};
  const rest: string[] = [];
  for (const error of errors) {
    const [name = ''] = error.field.split('.');
    const known = page.columns.find((candidate) => candidate.name === name && candidate.settable);
    if (known === undefined) {
      rest.push(`${error.field}: ${rule(error)}`);
    } else {
      fields[name] ??= rule(error, known.max_length);
    }
  }
  const count = Object.keys(fields).length;
  return { fields, summary: [...(count > 0 ? [t('record.invalid', { count })] : []), ...rest].join(' '), candidates: null };
}

/** The column whose move it was, is the one with a value of the state that is named. */
function illegalMove(page: RecordPage, problem: Problem, sent: Changes): Refusal {
  const { current = '', allowed = [] } = problem.body;
  const moved = Object.keys(sent)
    .map((name) => column(page, name))
    .find((candidate) => candidate.values?.some((choice) => choice.value === current));
  if (moved === undefined) {
    return { fields: {}, summary: problem.message, candidates: null };
  }
  const word = (value: string): string => moved.values?.find((choice) => choice.value === value)?.label ?? value;
  const values = { from: word(current), to: word(String(sent[moved.name])), allowed: allowed.map(word).join(', ') };
  const text = t(allowed.length === 0 ? 'record.no_move' : 'record.illegal_move', values);
  return { fields: { [moved.name]: text }, summary: t('record.invalid', { count: 1 }), candidates: null };
}
