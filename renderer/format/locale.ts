/**
 * The locale for numbers and dates: the person's own regional form of the catalogue's language (so
 * British English writes 14:40), else the plain language. Mixing languages in one sentence would
 * read worse than a foreign date order.
 */
export function pickLocale(preferred: readonly string[], language: string): string {
  const own = preferred.find(
    (tag) => tag.toLowerCase() === language || tag.toLowerCase().startsWith(`${language}-`),
  );
  return own ?? language;
}

let current = pickLocale(navigator.languages, 'en');

/** The one locale of this window, as it is now. */
export function locale(): string {
  return current;
}

/** Numbers and dates follow the language of the texts (ISO 639-1). */
export function setLocaleFor(language: string): void {
  current = pickLocale(navigator.languages, language);
}

/** A formatter for the locale in use, made when it is first needed and again for another locale. */
export function perLocale<T>(make: (tag: string) => T): () => T {
  let madeFor: string | null = null;
  let made: T;
  return () => {
    if (madeFor !== current) {
      made = make(current);
      madeFor = current;
    }
    return made;
  };
}
