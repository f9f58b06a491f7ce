import { Store } from '../api/store';
import { locale } from './texts';

/** The company's currency: an ISO 4217 code, known after the sign-in. */
export const currency = new Store('EUR');

/** Money in a currency, by default the company's, in the reader's locale. */
export function money(value: unknown, code = currency.value): string {
  return new Intl.NumberFormat(locale(), { style: 'currency', currency: code }).format(Number(value));
}

export function decimal(value: unknown): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 6 }).format(Number(value));
}

/** A date without a time, which is the same everywhere. */
export function date(value: string): string {
  const [year, month, day] = value.split('-').map(Number) as [number, number, number];
  const midnight = new Date(Date.UTC(year, month - 1, day));
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(midnight);
}

/** An instant in the reader's time zone. */
export function timestamp(value: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value));
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago, or until when: "3 days ago". */
export function ago(value: string, now = Date.now()): string {
  const seconds = (new Date(value).getTime() - now) / 1000;
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) {
      return words.format(Math.round(seconds / size), unit);
    }
  }
  return words.format(0, 'second');
}

/** Today as the API writes a date, in the reader's time zone. */
export function today(): string {
  return new Date().toLocaleDateString('sv');
}
