import type { Description } from '../api/description';
import { t, type Key } from '../texts/texts';

export interface Entry {
  readonly path: string;
  readonly icon: string;
  readonly label: string;
  readonly order: number;
}

export interface Group {
  readonly name: string;
  readonly label: string;
  readonly entries: readonly Entry[];
}

const KNOWN: Readonly<Record<string, Key>> = {
  sales: 'group.sales',
  service: 'group.service',
  administration: 'group.administration',
};

/** The pages of this group stand in the account's menu and not in the navigation. */
export const ACCOUNT = 'account';

/** The navigation: home, then the groups in their order; a module's own group is named by it. */
export function entries(description: Description | null): readonly Group[] {
  const groups = new Map<string, Entry[]>([...Object.keys(KNOWN)].map((name) => [name, []]));
  const add = (group: string | null, entry: Entry): void => {
    if (group !== null && group !== ACCOUNT) {
      groups.set(group, [...(groups.get(group) ?? []), entry]);
    }
  };
  description?.pages.forEach((page) =>
    add(page.group, { path: `/${page.path}`, icon: page.icon, label: page.plural, order: page.order }),
  );
  description?.menus.forEach((menu) =>
    add(menu.group, { path: `/${menu.path}`, icon: menu.icon, label: menu.label, order: menu.order }),
  );
  const home = { path: '/', icon: 'home', label: t('nav.home'), order: 0 };
  const named = [...groups].map(([name, list]) => {
    const known = KNOWN[name];
    return {
      name,
      label: known === undefined ? name : t(known),
      entries: [...list].sort((a, b) => a.order - b.order || a.label.localeCompare(b.label)),
    };
  });
  return [{ name: 'home', label: '', entries: [home] }, ...named.filter((group) => group.entries.length > 0)];
}
