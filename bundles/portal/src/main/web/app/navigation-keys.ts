import type { RecordPage } from '../api/description';
import { portal } from '../api/portal';
import { t } from '../texts/texts';
import { entries } from './entries';
import { go, place } from './router';
import { letters, type Shortcut } from './shortcuts';

/** The shortcuts that lead to the pages which run now, and what every page has. */
export function navigationKeys(tell: (what: 'palette' | 'shortcuts') => void): readonly Shortcut[] {
  const everywhere = () => t('keys.everywhere');
  return [
    { keys: '?', label: () => t('app.shortcuts'), group: everywhere, run: () => tell('shortcuts') },
    { keys: '/', label: () => t('keys.search'), group: everywhere, run: () => tell('palette') },
    {
      keys: 'c',
      label: () => t('button.new', { label: creatable()?.label ?? '' }),
      group: everywhere,
      when: () => creatable() !== undefined,
      run: () => go(`/${creatable()!.path}/new`),
    },
    ...goes(),
  ];
}

function goes(): readonly Shortcut[] {
  const group = () => t('keys.go');
  const listed = entries(portal.value)
    .flatMap((of) => of.entries)
    .filter((entry) => entry.path !== '/');
  const letter = letters(listed.map((entry) => entry.path), ['h', 'b']);
  const board = portal.value?.pages.find((page) => page.board !== null);
  return [
    { keys: 'g h', label: () => t('nav.home'), group, run: () => go('/') },
    ...listed.flatMap((entry) => {
      const key = letter.get(entry.path);
      return key === undefined ? [] : [{ keys: `g ${key}`, label: () => entry.label, group, run: () => go(entry.path) }];
    }),
    ...(board === undefined
      ? []
      : [{ keys: 'g b', label: () => t('keys.board', { plural: board.plural }), group, run: () => go(`/${board.path}/board`) }]),
  ];
}

/** What `c` makes: a record of the page that is open, or of the first page that has any. */
export function creatable(): RecordPage | undefined {
  const pages = creatablePages();
  return pages.find((page) => page.path === place.value.segments[0]) ?? pages[0];
}

/** The pages on which the user may make a record, in the order of the navigation. */
export function creatablePages(): readonly RecordPage[] {
  const groups = entries(portal.value).flatMap((group) => group.entries.map((entry) => entry.path));
  return groups.flatMap((path) => {
    const page = portal.value?.pages.find((candidate) => `/${candidate.path}` === path);
    return page !== undefined && page.can['create'] === true && !page.read_only ? [page] : [];
  });
}
