import { session } from './client';

/**
 * What was typed and not saved: kept for this tab, over reloads, lost sessions and other pages.
 * Another account that signs in here does not see it.
 */
export function draft<T>(name: string): T | null {
  const text = sessionStorage.getItem(key(name));
  return text === null ? null : (JSON.parse(text) as T);
}

/** Keeps a draft; null forgets it. */
export function keepDraft(name: string, value: unknown): void {
  if (value === null) {
    sessionStorage.removeItem(key(name));
  } else {
    sessionStorage.setItem(key(name), JSON.stringify(value));
  }
}

function key(name: string): string {
  return `crm.draft.${session.account.value?.id ?? ''}.${name}`;
}
