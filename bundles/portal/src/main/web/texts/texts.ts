import { Store } from '../api/store';
import { admin } from './admin';
import { board } from './board';
import { home } from './home';
import { list } from './list';
import { record } from './record';
import { shell } from './shell';

export type Language = 'en' | 'de';

/** Each text in English and in German; one without the other does not compile. */
export type Texts = Readonly<Record<string, readonly [en: string, de: string]>>;

const TEXTS = { ...shell, ...list, ...record, ...board, ...home, ...admin };

export type Key = keyof typeof TEXTS;

const KEPT = 'crm.language';

function preferred(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'en' || kept === 'de') {
    return kept;
  }
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'en' || tag === 'de');
  return (spoken as Language | undefined) ?? 'en';
}

export const chosen = new Store<Language>(preferred());

export function language(): Language {
  return chosen.value;
}

/** Takes another language for this browser; the page draws itself anew. */
export function speak(next: Language): void {
  localStorage.setItem(KEPT, next);
  document.documentElement.lang = next;
  chosen.set(next);
}

/** The locale of dates and numbers: the browser's own where it is of the chosen language. */
export function locale(): string {
  return navigator.languages.find((tag) => tag.startsWith(language())) ?? language();
}

type Values = Readonly<Record<string, string | number>>;

/**
 * A text of the shell. `{name}` is filled in; of a text with `|` the first form is for exactly one
 * of `{count}`, the second for others.
 */
export function t(key: Key, values: Values = {}): string {
  return filled(TEXTS[key], values);
}

/** The texts of a module's own pages: the same as {@link t} for them. */
export function texts<T extends Texts>(all: T): (key: keyof T & string, values?: Values) => string {
  return (key, values = {}) => filled(all[key]!, values);
}

function filled(pair: readonly [en: string, de: string], values: Values): string {
  let text = pair[language() === 'en' ? 0 : 1];
  const forms = text.split('|');
  if (forms.length === 2) {
    const one = new Intl.PluralRules(language()).select(Number(values['count'])) === 'one';
    text = (one ? forms[0] : forms[1]) ?? text;
  }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? number(value) : value;
  });
}

function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}
