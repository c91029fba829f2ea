import { perLocale } from './locale.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function dates(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  return perLocale((locale) => new Intl.DateTimeFormat(locale, options));
}

function numbers(options: Intl.NumberFormatOptions): () => Intl.NumberFormat {
  return perLocale((locale) => new Intl.NumberFormat(locale, options));
}

const exact = dates({ dateStyle: 'medium', timeStyle: 'short' });
const timeOfDay = dates({ timeStyle: 'short' });
const day = dates({ day: 'numeric', month: 'long' });
const briefDay = dates({ day: 'numeric', month: 'short' });
const dayOfYear = dates({ dateStyle: 'long' });
const relative = perLocale(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'long' }),
);
const twoDigits = numbers({ minimumIntegerDigits: 2, useGrouping: false });
const inHours = numbers({
  style: 'unit',
  unit: 'hour',
  unitDisplay: 'long',
  maximumFractionDigits: 1,
});
const inDays = numbers({ style: 'unit', unit: 'day', unitDisplay: 'long' });
const plain = numbers({ useGrouping: false });

/** How long ago, as the catalogue's key under `age` and its number. */
export type Age =
  | { readonly key: 'now' }
  | { readonly key: 'minutes' | 'hours' | 'days'; readonly value: number };

/** The age of a moment (ISO 8601). A car's clock may run ahead: the future counts as now. */
export function ageOf(iso: string, now: number): Age {
  const passed = now - Date.parse(iso);
  if (passed < MINUTE) return { key: 'now' };
  if (passed < HOUR) return { key: 'minutes', value: Math.floor(passed / MINUTE) };
  if (passed < DAY) return { key: 'hours', value: Math.floor(passed / HOUR) };
  return { key: 'days', value: Math.floor(passed / DAY) };
}

/** "3 days ago", for sentences; `null` for less than a minute. */
export function sinceText(iso: string, now: number): string | null {
  const passed = now - Date.parse(iso);
  if (passed < MINUTE) return null;
  if (passed < HOUR) return relative().format(-Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return relative().format(-Math.floor(passed / HOUR), 'hour');
  return relative().format(-Math.floor(passed / DAY), 'day');
}

/** Date and time of a moment (ISO 8601), in the person's time zone. */
export function exactTime(iso: string): string {
  return exact().format(Date.parse(iso));
}

/** The time of day alone where the moment is of today, else with its date. */
export function shortTime(iso: string, now: number): string {
  const moment = new Date(iso);
  const isToday = moment.toDateString() === new Date(now).toDateString();
  return (isToday ? timeOfDay() : exact()).format(moment);
}

/** The day alone, for sentences: with its year where that is not the present one. */
export function dayText(iso: string, now: number): string {
  const moment = new Date(iso);
  const isThisYear = moment.getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? day() : dayOfYear()).format(moment);
}

/** As few characters as say when: the time of today, else the day. For cells. */
export function briefTime(iso: string, now: number): string {
  const moment = new Date(iso);
  const isToday = moment.toDateString() === new Date(now).toDateString();
  return (isToday ? timeOfDay() : briefDay()).format(moment);
}

/** A span as minutes and seconds, e.g. 1:05; never below zero. */
export function spanText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  return `${plain().format(Math.floor(seconds / 60))}:${twoDigits().format(seconds % 60)}`;
}

/** A span of hours in words, for sentences: "36 hours", and "2 days" where it is whole days. */
export function hoursText(hours: number): string {
  return hours % 24 === 0 ? inDays().format(hours / 24) : inHours().format(hours);
}
