import type { ConnectOptions } from '../../contract/connectOptions.ts';
import type { Permission } from '../../contract/permissions.ts';
import { ExchangeError, type TokenExchange } from '../exchange/tokenExchange.ts';

/** Nobody waits longer than this for an answer that only makes the next step more exact. */
const LIMIT_MS = 5_000;

/** Smartcar's check knows cars of the United States best, and takes it as the default. */
export const DEFAULT_COUNTRY = 'US';

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/**
 * Which of the required permissions a refused car cannot give, by Smartcar's compatibility check.
 * `null` where the check says nothing that helps: no VIN, no answer, or no required permission missing.
 */
export async function failingPermissions(
  exchange: Pick<TokenExchange, 'compatibility'>,
  vin: string | null,
  options: ConnectOptions,
): Promise<readonly Permission[] | null> {
  const required = (options.permissions ?? [])
    .filter((asked) => asked.required)
    .map(({ permission }) => permission);
  if (vin === null || required.length === 0) return null;
  try {
    const { compatible, capabilities } = await exchange.compatibility(
      { vin, permissions: required, country: options.country ?? DEFAULT_COUNTRY },
      AbortSignal.timeout(LIMIT_MS),
    );
    if (!compatible) return null;
    const failing = required.filter((permission) => {
      const endpoints = capabilities.filter((one) => one.permission === permission);
      return endpoints.length > 0 && endpoints.every(({ capable }) => !capable);
    });
    return failing.length > 0 ? failing : null;
  } catch (error) {
    if (error instanceof ExchangeError || isTimeout(error)) return null;
    throw error;
  }
}
