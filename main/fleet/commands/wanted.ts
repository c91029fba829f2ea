import type { Command, CommandKind } from '../../../contract/commands.ts';
import type { ReadingKind, Readings } from '../../../contract/readings.ts';

/** What a car shows once it has obeyed. */
export interface Wanted {
  readonly kind: ReadingKind;
  /** Whether the last known value is as wanted; `null` where that is not known. */
  readonly isSo: (readings: Readings) => boolean | null;
}

function lock(wanted: boolean): Wanted {
  return {
    kind: 'security',
    isSo({ security: { last } }) {
      const isLocked = last?.value.isLocked ?? null;
      return isLocked === null ? null : isLocked === wanted;
    },
  };
}

function charging(wanted: boolean): Wanted {
  return {
    kind: 'charge',
    isSo: ({ charge: { last } }) => last && (last.value.state === 'CHARGING') === wanted,
  };
}

const WANTED: Readonly<Record<CommandKind, Wanted | null>> = {
  lock: lock(true),
  unlock: lock(false),
  start_charging: charging(true),
  stop_charging: charging(false),
  // Nothing that is read of a car says what its charge limit is.
  set_charge_limit: null,
  disconnect: null,
};

/** What confirms a command; `null` where no value of the car can. */
export function wantedBy({ kind }: Command): Wanted | null {
  return WANTED[kind];
}
