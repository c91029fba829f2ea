import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { spanWords } from './span.ts';

const t = ((key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join(' ')) as unknown as TFunction;
const words = (minutes: number) => spanWords(t, minutes * 60_000);

test('minutes are exact while they are few, and never too few', () => {
  expect(words(-5)).toBe('span.minute');
  expect(words(0.4)).toBe('span.minute');
  expect(words(1)).toBe('span.minute');
  expect(words(1.1)).toBe('span.minutes 2');
  expect(words(33.2)).toBe('span.minutes 34');
  expect(words(60)).toBe('span.hours 1');
  expect(words(89)).toBe('span.minutes 89');
});

test('longer ones are rounded as far as an estimate goes', () => {
  expect(words(112)).toBe('span.hoursAndMinutes 1 50');
  expect(words(119)).toBe('span.hours 2');
  expect(words(131)).toBe('span.hoursAndMinutes 2 10');
  expect(words(25 * 60)).toBe('span.hours 25');
  expect(words(60 * 60)).toBe('span.days 3');
});

test('no step falls back', () => {
  expect(words(23 * 60 + 58)).toBe('span.hours 24');
  expect(words(47 * 60 + 59)).toBe('span.days 2');
});
