import type connectBar from '../locales/en.json?part=connectBar';

type Texts = { readonly [name: string]: string | Texts };

/** The keys of all texts below a part of the catalogue. */
type KeyOf<T, Path extends string> = {
  [N in keyof T & string]: T[N] extends string ? `${Path}.${N}` : KeyOf<T[N], `${Path}.${N}`>;
}[keyof T & string];

export type TextKey = KeyOf<typeof connectBar, 'connectBar'>;

let texts: Texts = {};

/** Loads the texts of this language, and of English where there is no such; before all else. */
export async function loadTexts(language: string | null): Promise<void> {
  const catalogue =
    language === 'de'
      ? await import('../locales/de.json?part=connectBar')
      : await import('../locales/en.json?part=connectBar');
  texts = { connectBar: catalogue.default };
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
