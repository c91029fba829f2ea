import type { TokenExchange } from '../exchange/tokenExchange.ts';
import type { CallMeter } from '../smartcar/callMeter.ts';

/** Checks cost requests of the application's budget, as everything that Smartcar is asked does. */
export function meteredChecks(
  exchange: TokenExchange,
  meter: Pick<CallMeter, 'admit'>,
): TokenExchange {
  return {
    ...exchange,
    async compatibility(request, signal) {
      await meter.admit({ vehicleId: null, endpoint: 'GET /compatibility', items: [] });
      return exchange.compatibility(request, signal);
    },
    async compatibleModels(region, make, signal) {
      await meter.admit({ vehicleId: null, endpoint: 'GET /compatibility/matrix', items: [] });
      return exchange.compatibleModels(region, make, signal);
    },
  };
}
