const PREFIX = 'crm.draft.';

/** What was changed on a page and not saved: kept for this tab, over reloads and sign-ins. */
export function draft<T>(name: string): T | null {
  const text = sessionStorage.getItem(PREFIX + name);
  return text === null ? null : (JSON.parse(text) as T);
}

/** Keeps a draft; null forgets it. */
export function keepDraft(name: string, value: unknown): void {
  if (value === null) {
    sessionStorage.removeItem(PREFIX + name);
  } else {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
  }
}
