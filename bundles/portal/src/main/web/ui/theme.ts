import { Store } from '../api/store';

export type Theme = 'system' | 'light' | 'dark';

const KEPT = 'crm.theme';

function kept(): Theme {
  const value = localStorage.getItem(KEPT);
  return value === 'light' || value === 'dark' ? value : 'system';
}

export const theme = new Store<Theme>(kept());

export function showTheme(next: Theme): void {
  if (next === 'system') {
    localStorage.removeItem(KEPT);
    delete document.documentElement.dataset['theme'];
  } else {
    localStorage.setItem(KEPT, next);
    document.documentElement.dataset['theme'] = next;
  }
  theme.set(next);
}
