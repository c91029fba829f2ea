import type { Context } from '../context.ts';
import type { VehicleSource } from '../core/state.ts';
import { fleetShares, makeVehicle } from '../fleet/vehicle.ts';
import { candidatesOf } from './grant.ts';
import { logIn } from './logins.ts';
import type { ConnectRequest } from './request.ts';
import type { ConnectSession, Problem } from './sessions.ts';
import { textsOf } from './texts.ts';

/** Whether the car maker took what a login form sent. */
export type LoginAnswer = 'refused' | 'taken';

function incompatible(message: string, vehicle: ReturnType<typeof makeVehicle>): Problem {
  const { vin, make, model, year } = vehicle;
  return {
    error: 'vehicle_incompatible',
    message,
    vehicle: { vin, make, model, year: String(year) },
  };
}

/** The vehicles of an account that a login opened; with the fault never the one that is asked for. */
function offered(
  seed: number,
  sources: readonly VehicleSource[],
  unwanted: string | undefined,
): VehicleSource[] {
  return sources.filter((source) => makeVehicle(seed, source).vin !== unwanted);
}

/** Logs the session in at its brand: unless refused, it then has an account, a problem, or both. */
export function enterAccount(
  ctx: Context,
  session: ConnectSession,
  request: ConnectRequest,
  email: string,
  password: string,
): LoginAnswer {
  const t = textsOf(session.language);
  const { seed, vehicles } = ctx.settings;
  const make = session.make ?? '';
  const { mode } = request;
  const shares = fleetShares(seed, vehicles);
  const isAnother = request.vin !== undefined && ctx.faults.take('other-vehicle') !== undefined;
  const vin = isAnother ? undefined : request.vin;
  const result = logIn({ seed, shares, email, password, make, mode, vin });
  if (result.kind === 'invalid') return 'refused';

  const problemOf = (): Problem | undefined => {
    switch (result.kind) {
      case 'no-vehicles':
        return { error: 'no_vehicles', message: t.noVehicles };
      case 'no-subscription':
        return { error: 'invalid_subscription', message: t.subscription };
      case 'incompatible':
        return incompatible(t.incompatible, makeVehicle(seed, result.source));
      case 'wrong-mode':
        return {
          error: 'configuration_error',
          message: t.wrongMode,
          details: { status_code: '400', error_message: 'Test login outside simulated mode' },
        };
      case 'vehicles': {
        const { userId, apiError } = result;
        const sources = offered(seed, result.sources, isAnother ? request.vin : undefined);
        session.account = { userId, sources, apiError };
        const candidates = candidatesOf(ctx, session.account, request);
        const [first] = candidates;
        if (!first) return { error: 'no_vehicles', message: t.noVehicles };
        return candidates.some(({ lacking }) => lacking.length === 0)
          ? undefined
          : incompatible(t.incompatible, first.vehicle);
      }
    }
  };
  session.problem = problemOf();
  return 'taken';
}
