import type { Context } from '../context.ts';
import { fleetShares, makeVehicle } from '../fleet/vehicle.ts';
import { candidatesOf } from './grant.ts';
import { logIn } from './logins.ts';
import type { ConnectRequest } from './request.ts';
import type { ConnectSession, Problem } from './sessions.ts';
import { textsOf } from './texts.ts';

/** What the pages do after a login form was sent. */
export type LoginStep = 'refused' | 'problem' | 'grant';

function incompatible(message: string, vehicle: ReturnType<typeof makeVehicle>): Problem {
  const { vin, make, model, year } = vehicle;
  return {
    error: 'vehicle_incompatible',
    message,
    vehicle: { vin, make, model, year: String(year) },
  };
}

/** Logs the session in at its brand; sets its account or its problem. */
export function enterAccount(
  ctx: Context,
  session: ConnectSession,
  request: ConnectRequest,
  email: string,
  password: string,
): LoginStep {
  const t = textsOf(session.language);
  const { seed, vehicles } = ctx.settings;
  const make = session.make ?? '';
  const { mode, vin } = request;
  const shares = fleetShares(seed, vehicles);
  const result = logIn({ seed, shares, email, password, make, mode, vin });
  switch (result.kind) {
    case 'invalid':
      return 'refused';
    case 'no-vehicles':
      session.problem = { error: 'no_vehicles', message: t.noVehicles };
      return 'problem';
    case 'no-subscription':
      session.problem = { error: 'invalid_subscription', message: t.subscription };
      return 'problem';
    case 'incompatible':
      session.problem = incompatible(t.incompatible, makeVehicle(seed, result.source));
      return 'problem';
    case 'wrong-mode':
      session.problem = {
        error: 'configuration_error',
        message: t.wrongMode,
        details: { status_code: '400', error_message: 'Test login outside simulated mode' },
      };
      return 'problem';
    case 'vehicles': {
      const { userId, sources, apiError } = result;
      session.account = { userId, sources, apiError };
      const candidates = candidatesOf(ctx, session.account, request);
      if (candidates.some(({ lacking }) => lacking.length === 0)) return 'grant';
      const [first] = candidates;
      if (first) session.problem = incompatible(t.incompatible, first.vehicle);
      return 'problem';
    }
  }
}
