import { defaultRedirectUri, redirectUrisOf } from '../../contract/application.ts';

/** The port is free for all and the same on every computer, because it has to be registered. */
export const LOCALHOST_URI = 'http://localhost:53682/callback';

export interface SuggestedUri {
  readonly for: 'window' | 'browser';
  readonly uri: string;
  readonly isInList: boolean;
}

/** The addresses by which an application without a website works everywhere. */
export function suggestedUris(clientId: string, list: string): readonly SuggestedUri[] {
  const known = new Set(redirectUrisOf(list));
  const suggestion = (where: SuggestedUri['for'], uri: string): SuggestedUri => ({
    for: where,
    uri,
    isInList: known.has(uri),
  });
  const id = clientId.trim();
  return [
    ...(id === '' ? [] : [suggestion('window', defaultRedirectUri(id))]),
    suggestion('browser', LOCALHOST_URI),
  ];
}

/** The list with one more address at its end. */
export function withUri(list: string, uri: string): string {
  return [...redirectUrisOf(list), uri].join('\n');
}
