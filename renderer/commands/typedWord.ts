import type { TFunction } from 'i18next';
import { locale } from '../format/locale.ts';

/** What is confirmed by a word; the compiler keeps the catalogue in step. */
export type TypedKind = 'unlock' | 'disconnect' | 'remove';

/** The word that is to be typed, in the person's language. */
export function wordFor(t: TFunction, kind: TypedKind): string {
  return t(`command.word.${kind}`);
}

/** Whether this is the word, however it is written. */
export function isWord(typed: string, word: string): boolean {
  const plain = (text: string) => text.trim().normalize().toLocaleLowerCase(locale());
  return plain(typed) === plain(word);
}
