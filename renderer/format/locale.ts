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

/** The one locale of this window. */
export const locale = pickLocale(navigator.languages, 'en');
