import { texts, type Texts } from '@crm/portal';
import { audit } from './texts/audit';
import { settings } from './texts/settings';

const all = { ...audit, ...settings } as const satisfies Texts;

/** A text of the pages of the audit trail and of the company's settings. */
export const t = texts(all);

/** A text that there may not be, such as that of an action which another module brought. */
export function known(key: string, values: Readonly<Record<string, string | number>> = {}): string | null {
  return key in all ? t(key as keyof typeof all, values) : null;
}
