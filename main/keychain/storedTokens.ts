import * as z from 'zod';
import { Secret } from '../secret.ts';

/** The shape of a keychain entry: one small JSON text per connection, well under Windows' limit. */
const storedSchema = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  expiresAt: z.number(),
  refreshExpiresAt: z.number(),
});

interface Tokens {
  readonly accessToken: Secret;
  readonly refreshToken: Secret;
  readonly expiresAt: number;
  readonly refreshExpiresAt: number;
}

/** The keychain account of a connection's token pair. */
export function tokensAccount(connectionId: string): string {
  return `connection:${connectionId}`;
}

/** The keychain account of an application's client secret. */
export function clientSecretAccount(clientId: string): string {
  return `client-secret:${clientId}`;
}

/** The keychain account of a backend's staff token; `address` is the backend's origin. */
export function staffTokenAccount(address: string): string {
  return `staff-token:${address}`;
}

export function packTokens(tokens: Tokens): Secret {
  return new Secret(
    JSON.stringify({
      accessToken: tokens.accessToken.reveal(),
      refreshToken: tokens.refreshToken.reveal(),
      expiresAt: tokens.expiresAt,
      refreshExpiresAt: tokens.refreshExpiresAt,
    }),
  );
}

/** Reads an entry back; `null` where something else wrote it. */
export function unpackTokens(entry: Secret): Tokens | null {
  let json: unknown;
  try {
    json = JSON.parse(entry.reveal());
  } catch {
    return null;
  }
  const stored = storedSchema.safeParse(json);
  if (!stored.success) return null;
  return {
    accessToken: new Secret(stored.data.accessToken),
    refreshToken: new Secret(stored.data.refreshToken),
    expiresAt: stored.data.expiresAt,
    refreshExpiresAt: stored.data.refreshExpiresAt,
  };
}
