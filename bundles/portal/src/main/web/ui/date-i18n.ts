import type { DatePickerI18n } from '@vaadin/date-picker';
import { locale, t } from '../texts/texts';

type Words = Pick<
  DatePickerI18n,
  'monthNames' | 'weekdays' | 'weekdaysShort' | 'firstDayOfWeek' | 'today' | 'cancel' | 'formatDate' | 'parseDate'
>;

interface Weeks {
  readonly getWeekInfo?: () => { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
}

/** The date picker in the reader's locale, which also reads dates in the locale's order. */
export function datePicker(): Words {
  const days = (weekday: 'long' | 'short'): string[] =>
    Array.from({ length: 7 }, (_, day) => word({ weekday }, new Date(Date.UTC(2023, 0, 1 + day))));
  return {
    monthNames: Array.from({ length: 12 }, (_, month) => word({ month: 'long' }, new Date(Date.UTC(2023, month, 1)))),
    weekdays: days('long'),
    weekdaysShort: days('short'),
    firstDayOfWeek: firstDay(),
    today: t('date.today'),
    cancel: t('button.cancel'),
    formatDate: ({ year, month, day }) =>
      new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(Date.UTC(year, month, day)),
      ),
    parseDate: parsed,
  };
}

function word(what: Intl.DateTimeFormatOptions, date: Date): string {
  return new Intl.DateTimeFormat(locale(), { ...what, timeZone: 'UTC' }).format(date);
}

function firstDay(): number {
  const weeks = new Intl.Locale(locale()) as Intl.Locale & Weeks;
  return (weeks.getWeekInfo?.() ?? weeks.weekInfo ?? { firstDay: 1 }).firstDay % 7;
}

/**
 * Reads three numbers in the locale's order, or year, month, day, or the name of a month between
 * two numbers, as the picker itself writes it; anything else is no date.
 */
function parsed(text: string): { year: number; month: number; day: number } | undefined {
  const month = monthIn(text);
  const numbers = text.match(/\d+/g)?.map(Number) ?? [];
  if (numbers.length !== (month === null ? 3 : 2)) {
    return undefined;
  }
  const iso = /^\d{4}/.test(text.trim());
  const types = iso
    ? ['year', 'month', 'day']
    : new Intl.DateTimeFormat(locale()).formatToParts().map((part) => part.type).filter((type) => type !== 'literal');
  const parts = month === null ? types : types.filter((type) => type !== 'month');
  const read = (name: string): number => numbers[parts.indexOf(name)] ?? 0;
  const short = read('year');
  const year = short < 100 ? 2000 + short : short;
  const found = month ?? read('month') - 1;
  return found < 0 || found > 11 ? undefined : { year, month: found, day: read('day') };
}

function monthIn(text: string): number | null {
  const words = text.toLocaleLowerCase(locale());
  for (let month = 0; month < 12; month++) {
    const date = new Date(Date.UTC(2023, month, 1));
    const short = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' })
      .formatToParts(date)
      .find((part) => part.type === 'month')?.value ?? '';
    const names = [short, word({ month: 'long' }, date)].map((name) => name.toLocaleLowerCase(locale()));
    if (names.some((name) => /\p{L}/u.test(name) && words.includes(name.replace(/\.$/, '')))) {
      return month;
    }
  }
  return null;
}
