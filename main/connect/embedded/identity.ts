/**
 * The user agent of a plain Chrome: some car makers refuse agents that they do not know. Electron adds
 * its own name and the app's.
 */
export function plainUserAgent(userAgent: string, appName: string): string {
  const isAdded = (token: string) =>
    token.startsWith('Electron/') || token.startsWith(`${appName}/`);
  return userAgent
    .split(' ')
    .filter((token) => !isAdded(token))
    .join(' ');
}

/** The language as HTTP writes it, or `null` for names such as `C` and `en_US@posix`. */
function languageTag(name: string): string | null {
  try {
    return Intl.getCanonicalLocales(name)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * The languages of the person's system as a browser asks for them: each with its plain form after it,
 * none twice, English at last. `locale` is the app's own, for systems that name no language.
 */
export function acceptedLanguages(preferred: readonly string[], locale: string): string {
  const tags = [...preferred, locale, 'en']
    .map(languageTag)
    .filter((tag) => tag !== null)
    .flatMap((tag) => [tag, tag.split('-')[0] ?? tag]);
  return [...new Set(tags)].join(',');
}
