import { locale, perLocale } from './locale.ts';

const list = perLocale((tag) => new Intl.ListFormat(tag, { type: 'unit', style: 'long' }));

/** Things one after the other, without an "and": "Fuel, Odometer". */
export function listText(items: readonly string[]): string {
  // German puts its "und" even into lists of the kind that English writes with commas alone.
  return locale().startsWith('en') ? list().format(items) : items.join(', ');
}

const sentence = perLocale(
  (tag) => new Intl.ListFormat(tag, { type: 'conjunction', style: 'long' }),
);

/** Things inside a sentence: "Fuel and Battery". */
export function andText(items: readonly string[]): string {
  return sentence().format(items);
}

/** A text that begins a sentence. */
export function sentenceCase(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale()) + rest.join('');
}
