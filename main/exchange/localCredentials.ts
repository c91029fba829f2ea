import type { Mode } from '../../contract/application.ts';
import type { Secret } from '../secret.ts';
import { ExchangeError } from './tokenExchange.ts';

export interface LocalExchangeOptions {
  /** Origin of the token endpoint. Plain `http:` is accepted for loopback only. */
  readonly authOrigin: string;
  /** Origin of the API, for the compatibility calls. The same holds for it. */
  readonly apiOrigin: string;
  readonly clientId: string;
  /** Asked for at each call, so that the secret is nowhere kept longer than needed. */
  readonly clientSecret: () => Promise<Secret | null>;
  /** In which the compatibility calls are made; a code carries its own. */
  readonly mode: Mode;
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** For one answer, to its last byte. */
  readonly timeoutMs: number;
}

/** Whether an origin is on this computer and spoken to in plain HTTP. */
export function isLoopback(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

/**
 * HTTP Basic for an origin, as Smartcar's SDKs send it: client id and secret as they are. RFC 6749,
 * section 2.3.1 would have them form-encoded first, which writes a UUID's hyphens as `%2D` in some
 * libraries and is only right for servers that decode it. Throws `ExchangeError` where there is no
 * secret, or where it would travel readable by others.
 */
export async function basicCredentials(
  { clientId, clientSecret }: Pick<LocalExchangeOptions, 'clientId' | 'clientSecret'>,
  origin: string,
): Promise<string> {
  if (new URL(origin).protocol !== 'https:' && !isLoopback(origin)) {
    throw new ExchangeError('refused');
  }
  const secret = await clientSecret();
  if (!secret) throw new ExchangeError('secret_unavailable');
  return `Basic ${Buffer.from(`${clientId}:${secret.reveal()}`).toString('base64')}`;
}
