import { t, type Key } from '../texts/texts';
import type { FieldError } from './problem';

const RULES: Readonly<Record<string, Key>> = {
  required: 'rule.required',
  email: 'rule.email',
  too_long: 'rule.too_long',
  too_short: 'rule.too_short',
  too_weak: 'rule.too_weak',
  too_large: 'rule.too_large',
  too_precise: 'rule.too_precise',
  negative: 'rule.negative',
  wrong_type: 'rule.wrong_type',
  wrong: 'rule.wrong',
  unchanged: 'rule.unchanged',
  unknown_value: 'rule.unknown_value',
  unknown: 'rule.unknown',
  unknown_user: 'rule.unknown',
  unknown_permission: 'rule.unknown',
  not_held: 'rule.not_held',
  in_the_past: 'rule.in_the_past',
  too_late: 'rule.too_late',
  duplicate: 'rule.duplicate',
  read_only: 'rule.read_only',
  bad_character: 'rule.bad_character',
  final_state: 'rule.final_state',
  not_lost: 'rule.not_lost',
  range: 'rule.range',
};

/**
 * Which rule a field broke, in the reader's language; of a rule that is known only there, in the server's words.
 *
 * @param limit the limit of the field, where that is known here; else it is taken from the server's words
 */
export function rule(error: FieldError, limit: number | null = null): string {
  const key = RULES[error.code];
  const most = limit === null ? (/\d+( KiB)?/.exec(error.message)?.[0] ?? '') : String(limit);
  return key === undefined ? error.message : t(key === 'rule.too_long' && most.endsWith('KiB') ? 'rule.too_long.bytes' : key, { most });
}
