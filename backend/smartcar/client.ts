/** What is needed to speak with Smartcar as the application. */
export interface SmartcarOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Origin of the token endpoint. */
  readonly authOrigin: string;
  /** Origin of the Vehicle API. */
  readonly apiOrigin: string;
  readonly mode: 'live' | 'test' | 'simulated';
  readonly fetch: typeof fetch;
  /** For one answer of Smartcar, to its last byte. */
  readonly timeoutMs: number;
}

/**
 * HTTP Basic as Smartcar's SDKs send it: id and secret as they are. RFC 6749, section 2.3.1 would
 * have them form-encoded first, which writes a UUID's hyphens as `%2D` in some libraries and is only
 * right for servers that decode it.
 */
export function basicCredentials({ clientId, clientSecret }: SmartcarOptions): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
}
