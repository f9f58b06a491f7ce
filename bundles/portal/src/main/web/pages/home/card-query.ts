import { session } from '../../api/client';
import type { Card, RecordPage } from '../../api/description';
import { pageNamed } from '../../api/portal';
import { today } from '../../texts/format';

/** Which records a card is about, as the API's lists take it. */
export function cardQuery(card: Card): URLSearchParams {
  return filled(card, session.account.value?.id ?? '');
}

/** Where the records of a card are listed; null where they have no list of their own. */
export function cardHref(card: Card, further: Readonly<Record<string, string>> = {}): string | null {
  const page = cardPage(card);
  if (page === undefined || page.group === null) {
    return null;
  }
  const query = address(card);
  Object.entries(further).forEach(([name, value]) => query.set(name, value));
  const text = query.toString();
  return text === '' ? `/${page.path}` : `/${page.path}?${text}`;
}

/** The list's address knows the reader as `me`, but not within an expression. */
function address(card: Card): URLSearchParams {
  const [mine, query] = [filled(card, 'me'), cardQuery(card)];
  const expression = query.get('filter');
  if (expression !== null) {
    mine.set('filter', expression);
  }
  return mine;
}

function filled(card: Card, me: string): URLSearchParams {
  return new URLSearchParams(card.query.replaceAll('{me}', encodeURIComponent(me)).replaceAll('{today}', today()));
}

export function cardPage(card: Card): RecordPage | undefined {
  return pageNamed(card.page);
}
