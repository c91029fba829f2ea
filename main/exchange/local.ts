import { createLocalCompatibility } from './localCompatibility.ts';
import type { LocalExchangeOptions } from './localCredentials.ts';
import { createLocalTokens } from './localTokens.ts';
import type { TokenExchange } from './tokenExchange.ts';

/** Asks Smartcar itself, with the client secret of this machine's keychain. */
export function createLocalExchange(options: LocalExchangeOptions): TokenExchange {
  return { ...createLocalTokens(options), ...createLocalCompatibility(options) };
}
