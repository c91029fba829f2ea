import {
  READING_KINDS,
  type ReadingProblem,
  type ReadingProblemReason,
} from '../../contract/readings.ts';
import type { Hold, Vehicle } from '../../contract/vehicles.ts';

/** What is going on with a vehicle, as one word of its status. */
export type VehicleState =
  | { readonly kind: 'reading' | 'reconnect' | 'tokens_unavailable' | 'paused' | 'ok' }
  | { readonly kind: 'held'; readonly hold: Hold }
  | { readonly kind: 'problem'; readonly problem: ReadingProblem };

/** Facts of the car, the permission or the plan: nothing went wrong when they were found out. */
const FACTS: ReadonlySet<ReadingProblemReason> = new Set([
  'not_granted',
  'car_cannot',
  'not_in_plan',
]);

/** The newest thing that went wrong at this vehicle; `null` where the last tries went well. */
export function lastProblem({ readings }: Pick<Vehicle, 'readings'>): ReadingProblem | null {
  let newest: ReadingProblem | null = null;
  for (const kind of READING_KINDS) {
    const { problem } = readings[kind];
    if (!problem || FACTS.has(problem.reason)) continue;
    if (!newest || Date.parse(problem.at) > Date.parse(newest.at)) newest = problem;
  }
  return newest;
}

/** The one thing that matters most: what goes on, then who has to act, then what to wait for. */
export function vehicleState(vehicle: Vehicle, isReading: boolean, now: number): VehicleState {
  if (isReading) return { kind: 'reading' };
  const { access, paused, hold } = vehicle;
  if (access !== 'ok') return { kind: access };
  if (paused) return { kind: 'paused' };
  if (hold && Date.parse(hold.until) > now) return { kind: 'held', hold };
  const problem = lastProblem(vehicle);
  return problem ? { kind: 'problem', problem } : { kind: 'ok' };
}
