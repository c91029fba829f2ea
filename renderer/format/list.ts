import { locale } from './locale.ts';

const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });

/** Things one after the other, without an "and": "Fuel, Odometer". */
export function listText(items: readonly string[]): string {
  return list.format(items);
}

const sentence = new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' });

/** Things inside a sentence: "Fuel and Battery". */
export function andText(items: readonly string[]): string {
  return sentence.format(items);
}

/** A text that begins a sentence. */
export function sentenceCase(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
}
