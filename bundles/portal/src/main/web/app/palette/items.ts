import { session } from '../../api/client';
import type { RecordPage } from '../../api/description';
import { portal } from '../../api/portal';
import { reference } from '../../api/references';
import { chosen, speak, t } from '../../texts/texts';
import { notifyFailure } from '../../ui/notify';
import { showTheme, theme } from '../../ui/theme';
import { ACCOUNT, entries } from '../entries';
import { creatablePages } from '../navigation-keys';
import { recent } from '../recent';
import { go } from '../router';
import { activeShortcuts } from '../shortcuts';

/** Something that the palette offers. */
export interface Item {
  readonly id: string;
  readonly icon: string;
  readonly label: string;
  readonly detail?: string;
  /** Further words under which it is found. */
  readonly hints?: string;
  /** The shortcut that does the same. */
  readonly keys?: string;
  readonly run: () => void;
}

export interface ItemGroup {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Item[];
}

/** Records that were opened lately, as far as their names are known. */
export function recentItems(): readonly Item[] {
  return recent.value.flatMap(({ page, path, id }) => {
    const known = reference(page, id);
    const of = portal.value?.pages.find((candidate) => candidate.name === page);
    return known === null || of === undefined || known.href === null
      ? []
      : [{ id: `recent-${id}`, icon: of.icon, label: known.label, detail: of.label, run: () => go(path) }];
  });
}

/** The pages that the navigation and the account's menu lead to, and the boards. */
export function pageItems(): readonly Item[] {
  const keys = new Map(activeShortcuts().map((shortcut) => [shortcut.label(), shortcut.keys]));
  const of = (label: string) => (keys.has(label) ? { keys: keys.get(label)! } : {});
  const listed = entries(portal.value).flatMap((group) =>
    group.entries.map((entry) => ({
      id: `page-${entry.path}`,
      icon: entry.icon,
      label: entry.label,
      detail: group.label,
      hints: entry.path,
      ...of(entry.label),
      run: () => go(entry.path),
    })),
  );
  const boards = (portal.value?.pages ?? [])
    .filter((page) => page.board !== null)
    .map((page) => ({
      id: `board-${page.path}`,
      icon: 'board',
      label: t('keys.board', { plural: page.plural }),
      ...of(t('keys.board', { plural: page.plural })),
      run: () => go(`/${page.path}/board`),
    }));
  const own = (portal.value?.menus ?? [])
    .filter((menu) => menu.group === ACCOUNT)
    .map((menu) => ({ id: `page-/${menu.path}`, icon: menu.icon, label: menu.label, detail: t('app.account'), run: () => go(`/${menu.path}`) }));
  return [...listed, ...boards, ...own];
}

/** What can be done from everywhere, and what the open page registered a shortcut for. */
export function actionItems(tell: (what: 'shortcuts' | 'password') => void): readonly Item[] {
  const creating = creatablePages().flatMap((page): readonly Item[] => [
    {
      id: `new-${page.path}`,
      icon: 'plus',
      label: t('button.new', { label: page.label }),
      hints: `${t('palette.new')} ${page.plural}`,
      run: () => go(`/${page.path}/new`),
    },
    ...(page.can['import'] === true ? [importing(page)] : []),
  ]);
  const creatingFirst = [...creating].sort((a, b) => Number(a.icon !== 'plus') - Number(b.icon !== 'plus'));
  const labels = new Set([...creating.map((item) => item.label), ...pageItems().map((item) => item.label), t('app.shortcuts')]);
  const registered = activeShortcuts()
    .filter((shortcut) => !labels.has(shortcut.label()) && shortcut.keys !== '/')
    .flatMap(({ keys, label, group, run }) =>
      run === null ? [] : [{ id: `keys-${keys.replaceAll(' ', '-')}`, icon: 'command', label: label(), detail: group(), keys, run }],
    );
  return [...creatingFirst, ...registered, ...appItems(tell)];
}

function importing(page: RecordPage): Item {
  return {
    id: `import-${page.path}`,
    icon: 'upload',
    label: t('palette.import', { plural: page.plural }),
    hints: 'CSV',
    run: () => go(`/${page.path}/import`),
  };
}

function appItems(tell: (what: 'shortcuts' | 'password') => void): readonly Item[] {
  const other = chosen.value === 'de' ? (['en', 'English'] as const) : (['de', 'Deutsch'] as const);
  const themes = ([['light', 'sun'], ['dark', 'moon'], ['system', 'settings']] as const).filter(([name]) => name !== theme.value);
  return [
    ...themes.map(([name, icon]) => ({
      id: `theme-${name}`,
      icon,
      label: `${t('app.theme')}: ${t(`app.theme.${name}`)}`,
      hints: t(`app.theme.${name}`),
      run: () => showTheme(name),
    })),
    { id: 'language', icon: 'settings', label: `${t('app.language')}: ${other[1]}`, hints: 'language Sprache', run: () => speak(other[0]) },
    { id: 'shortcuts', icon: 'keyboard', label: t('app.shortcuts'), keys: '?', run: () => tell('shortcuts') },
    { id: 'password', icon: 'key', label: t('app.change_password'), run: () => tell('password') },
    { id: 'sign-out', icon: 'sign-out', label: t('app.sign_out'), hints: 'logout', run: () => void session.signOut().catch(notifyFailure) },
  ];
}
