import { vi } from 'vitest';
import type { SandboxProcess } from '../../backend/testing/sandbox.ts';
import type { Application } from '../../contract/application.ts';
import type { EligibilityRequest } from '../../contract/eligibility.ts';
import { createEligibility, type EligibilityOptions } from '../eligibility/eligibility.ts';
import type { TokenExchange } from '../exchange/tokenExchange.ts';
import { type ExchangeChanges, localExchange, NOW } from './exchanges.ts';

/** Asks about three permissions: one that every car has, one for batteries, one for tanks. */
export function request(vins: readonly string[], country = 'US'): EligibilityRequest {
  return { vins: [...vins], permissions: ['read_odometer', 'read_battery', 'read_fuel'], country };
}

/** An exchange of which only this is asked. */
export function exchangeOf(part: Partial<TokenExchange>): TokenExchange {
  const unused = () => Promise.reject(new Error('not to be asked'));
  return {
    exchange: unused,
    refresh: unused,
    compatibility: unused,
    compatibleModels: unused,
    ...part,
  };
}

/** Checks by the sandbox, and notes what that is asked. */
export async function eligibilityAt(
  sandbox: SandboxProcess,
  changes: ExchangeChanges & Partial<EligibilityOptions> = {},
) {
  const asked: string[] = [];
  const noting: typeof fetch = (input, init) => {
    const { pathname, searchParams } = new URL(String(input));
    const of =
      searchParams.get('vin') ?? `${searchParams.get('region')} ${searchParams.get('make')}`;
    asked.push(`${pathname.replace('/v2.0/', '')} ${of}`);
    return (changes.appFetch ?? fetch)(input, init);
  };
  const service = await localExchange(sandbox, { ...changes, appFetch: noting });
  const exchange = vi.fn(async () => service);
  const application = (): Application | null => null;
  const options = { exchange, application, now: () => NOW, ...changes };
  return { ...createEligibility(options), exchange, asked };
}
