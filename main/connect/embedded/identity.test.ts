import { describe, expect, test } from 'vitest';
import { acceptedLanguages, plainUserAgent } from './identity.ts';

test('the user agent keeps what Chrome says and nothing else', () => {
  const electron =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Motorpool/0.1.0 Chrome/130.0.6723.137 Electron/33.2.1 Safari/537.36';
  expect(plainUserAgent(electron, 'Motorpool')).toBe(
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.6723.137 Safari/537.36',
  );
});

describe('languages', () => {
  test('each comes with its plain form, English at last', () => {
    expect(acceptedLanguages(['de-AT', 'fr-CH'], 'de')).toBe('de-AT,de,fr-CH,fr,en');
  });

  test('names that are none are left out', () => {
    expect(acceptedLanguages(['c', 'en_US@posix'], 'en-US')).toBe('en-US,en');
  });

  test('a system that names none has the app’s own', () => {
    expect(acceptedLanguages([], 'fr')).toBe('fr,en');
  });
});
