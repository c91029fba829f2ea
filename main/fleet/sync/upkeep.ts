import type { VehicleFacts } from '../localCopy/localCopy.ts';
import type { Clock } from './clock.ts';
import { dueVehicles } from './due.ts';
import type { ReadQueue } from './readQueue.ts';
import type { Rules } from './rules.ts';

export interface UpkeepOptions {
  readonly queue: ReadQueue;
  readonly facts: ReadonlyMap<string, VehicleFacts>;
  readonly running: ReadonlyMap<string, number>;
  readonly rules: Rules;
  readonly clock: Clock;
  /** When reads were last tried in this run, by the computer's uptime. */
  readonly triedAt: ReadonlyMap<string, number>;
  /** So many entries came or went. */
  readonly began: (count: number) => void;
  readonly finished: (count: number) => void;
}

/** Brings the queue into line with the rules: what is due comes in, what they took back goes. */
export function createUpkeep(options: UpkeepOptions): () => Promise<void> {
  const { queue, facts, running, rules, clock, triedAt } = options;

  /** A rule that was switched off takes back what it asked for, and nothing that a person did. */
  async function dropUnruled(): Promise<void> {
    const unruled = [...queue.entries.values()].flatMap(({ vehicleId, askedBy }) => {
      const known = facts.get(vehicleId);
      const isKept = askedBy === 'person' || running.has(vehicleId) || !known;
      return isKept || !rules.isOff(known.group) ? [] : [vehicleId];
    });
    options.finished(unruled.length);
    await queue.remove(unruled);
  }

  return async () => {
    await dropUnruled();
    const due = dueVehicles(facts.values(), {
      rules,
      now: clock.now(),
      isQueued: (id) => queue.entries.has(id),
      triedMsAgo(id) {
        const tried = triedAt.get(id);
        return tried === undefined ? null : clock.uptime() - tried;
      },
    });
    await queue.add(due, 'schedule', clock.now());
    if (due.length > 0) options.began(due.length);
  };
}
