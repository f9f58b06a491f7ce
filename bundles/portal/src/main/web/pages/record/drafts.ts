import { session } from '../../api/client';
import type { Edit } from './edit';

/**
 * Drafts outlive a reload, a lost session and a way to another page, in this tab only. Another
 * account that signs in here does not see them.
 */
export function keepDraft(place: string, draft: Edit): void {
  if (Object.keys(draft.mine).length === 0) {
    dropDraft(place);
  } else {
    sessionStorage.setItem(key(place), JSON.stringify(draft));
  }
}

export function draftOf(place: string): Edit | null {
  const kept = sessionStorage.getItem(key(place));
  return kept === null ? null : (JSON.parse(kept) as Edit);
}

export function dropDraft(place: string): void {
  sessionStorage.removeItem(key(place));
}

function key(place: string): string {
  return `crm.draft.${session.account.value?.id ?? ''}.${place}`;
}
