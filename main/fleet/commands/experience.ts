import type { Command, CommandItem } from '../../../contract/commands.ts';
import type { Obstacle } from './obstacles.ts';

/** What the commands of this session have shown to stand in the way of others. */
export interface Experience {
  note(command: Command, item: CommandItem): void;
  obstacle(command: Command, vehicleId: string, now: number): Obstacle | null;
}

/** Limits of the vehicle or its maker; the application's own is no matter of one vehicle. */
const VEHICLE_LIMITS: ReadonlySet<string | null> = new Set([
  'RATE_LIMIT:VEHICLE',
  'UPSTREAM:RATE_LIMIT',
]);

export function createExperience(): Experience {
  /** Until when a vehicle must be left alone (ISO 8601). */
  const holds = new Map<string, string>();
  const incapable = new Set<string>();
  const keyOf = ({ kind }: Command, vehicleId: string) => `${kind} ${vehicleId}`;

  return {
    note(command, { vehicleId, step, problem }) {
      const key = keyOf(command, vehicleId);
      // Connected anew, or served by Smartcar since: it can after all.
      if (step === 'accepted') incapable.delete(key);
      if (problem?.reason === 'car_cannot') incapable.add(key);
      if (problem?.retryAt && VEHICLE_LIMITS.has(problem.code)) {
        holds.set(vehicleId, problem.retryAt);
      }
    },
    obstacle(command, vehicleId, now) {
      if (incapable.has(keyOf(command, vehicleId))) return { obstacle: 'car_cannot', until: null };
      const until = holds.get(vehicleId);
      return until && Date.parse(until) > now ? { obstacle: 'hold', until } : null;
    },
  };
}
