import type { TokenExchange } from '../exchange/tokenExchange.ts';
import type { CallMeter } from '../smartcar/callMeter.ts';

/**
 * Checks cost requests of the application's budget, as everything that Smartcar is asked does.
 * `onSpent` is called when one was spent, so that what is left is told anew.
 */
export function meteredChecks(
  exchange: TokenExchange,
  meter: Pick<CallMeter, 'admit'>,
  onSpent: () => void,
): TokenExchange {
  async function spend(endpoint: string): Promise<void> {
    await meter.admit({ vehicleId: null, endpoint, items: [] });
    onSpent();
  }
  return {
    ...exchange,
    async compatibility(request, signal) {
      await spend('GET /compatibility');
      return exchange.compatibility(request, signal);
    },
    async compatibleModels(region, make, signal) {
      await spend('GET /compatibility/matrix');
      return exchange.compatibleModels(region, make, signal);
    },
  };
}
