/** Names and values of a query, in their order. */
export type Parameters = readonly (readonly [string, string])[];

/**
 * An address of Connect's. Spaces become `%20` and colons `%3A`, as Smartcar's SDKs send them;
 * `URLSearchParams` would write a plus sign.
 */
export function connectUrl(origin: string, path: string, parameters: Parameters): URL {
  const url = new URL(path, origin);
  url.search = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return url;
}
