import { session } from '../../api/client';
import type { Row } from '../../api/description';
import type { Changes } from '../../ui/conflict';

/** What somebody typed and has not saved. */
export interface Draft {
  /** The record as it was when they began; null for a new one. */
  readonly base: Row | null;
  readonly mine: Changes;
}

/**
 * Drafts outlive a reload, a lost session and a way to another page, in this tab only. Another
 * account that signs in here does not see them.
 */
export function keepDraft(place: string, draft: Draft): void {
  if (Object.keys(draft.mine).length === 0) {
    dropDraft(place);
  } else {
    sessionStorage.setItem(key(place), JSON.stringify(draft));
  }
}

export function draftOf(place: string): Draft | null {
  const kept = sessionStorage.getItem(key(place));
  return kept === null ? null : (JSON.parse(kept) as Draft);
}

export function dropDraft(place: string): void {
  sessionStorage.removeItem(key(place));
}

function key(place: string): string {
  return `crm.draft.${session.account.value?.id ?? ''}.${place}`;
}
