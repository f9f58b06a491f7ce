import { texts, type Texts } from '@crm/portal';
import { configuration } from './texts/configuration';
import { modules } from './texts/modules';
import { status } from './texts/status';

const all = { ...modules, ...configuration, ...status } as const satisfies Texts;

/** A text of the pages of modules, configuration and status. */
export const t = texts(all);

/** A text that there may not be, such as that of a setting which another module brought. */
export function known(key: string): string | null {
  return key in all ? t(key as keyof typeof all) : null;
}
