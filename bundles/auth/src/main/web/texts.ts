import { texts, type Texts } from '@crm/portal';
import { access } from './texts/access';
import { account } from './texts/account';
import { permissions } from './texts/permissions';
import { users } from './texts/users';

const all = { ...permissions, ...users, ...access, ...account } as const satisfies Texts;

/** A text of the pages of users, roles and teams. */
export const t = texts(all);

/** A text that may be missing, such as that of an action which another module brought. */
export function known(key: string): string | null {
  return key in all ? t(key as keyof typeof all) : null;
}
