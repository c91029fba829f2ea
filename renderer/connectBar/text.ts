import type { Language } from '../../contract/appearance.ts';
import connectBarDe from '../locales/de.json?part=connectBar';
import connectBar from '../locales/en.json?part=connectBar';

type Texts = { readonly [name: string]: string | Texts };

/** The keys of all texts below a part of the catalogue. */
type KeyOf<T, Path extends string> = {
  [N in keyof T & string]: T[N] extends string ? `${Path}.${N}` : KeyOf<T[N], `${Path}.${N}`>;
}[keyof T & string];

export type TextKey = KeyOf<typeof connectBar, 'connectBar'>;

/*
 * Both are in this page's one file: they are small, and whatever fetches files later would be shared with
 * the main window, whose code this page must not run.
 */
const CATALOGUES: Readonly<Record<Language, Texts>> = {
  en: { connectBar },
  de: { connectBar: connectBarDe },
};

let texts = CATALOGUES.en;

/** Has all texts from now on in this language; in English where there is no such. */
export function speak(language: string | null): void {
  texts = language === 'de' ? CATALOGUES.de : CATALOGUES.en;
}

/** A text of the catalogue; i18next would be the larger half of this page. */
export function text(key: TextKey, values: Readonly<Record<string, string>> = {}): string {
  let found: string | Texts | undefined = texts;
  for (const name of key.split('.')) {
    found = typeof found === 'object' ? found[name] : undefined;
  }
  if (typeof found !== 'string') throw new Error(`No text for ${key}`);
  return found.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => values[name] ?? '');
}
