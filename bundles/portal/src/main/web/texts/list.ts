import type { Texts } from './texts';

export const list = {
  'list.more': ['Show more', 'Mehr anzeigen'],
  'list.related.none': ['Nothing here yet.', 'Hier ist noch nichts.'],
} as const satisfies Texts;
