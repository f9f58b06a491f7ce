import { session } from '../../api/client';
import type { Card, RecordPage } from '../../api/description';
import { pageNamed } from '../../api/portal';
import { today } from '../../texts/format';

/** Which records a card is about, as the API's lists and the page's own list take it. */
export function cardQuery(card: Card): URLSearchParams {
  const filled = card.query
    .replaceAll('{me}', encodeURIComponent(session.account.value?.id ?? ''))
    .replaceAll('{today}', today());
  return new URLSearchParams(filled);
}

/** Where the records of a card are listed; null where they have no list of their own. */
export function cardHref(card: Card, further: Readonly<Record<string, string>> = {}): string | null {
  const page = cardPage(card);
  if (page === undefined || page.group === null) {
    return null;
  }
  const query = cardQuery(card);
  Object.entries(further).forEach(([name, value]) => query.set(name, value));
  const text = query.toString();
  return text === '' ? `/${page.path}` : `/${page.path}?${text}`;
}

export function cardPage(card: Card): RecordPage | undefined {
  return pageNamed(card.page);
}
