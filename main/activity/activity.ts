import type { ActivityKind, ActivityResult } from '../../contract/activity.ts';
import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import type { VehicleRecord } from '../fleet/vehicleRecord.ts';

/** What happened, as those who know of it say it. */
export interface Happening {
  readonly kind: ActivityKind;
  /** A fixed word; the screens have the sentence to it. */
  readonly event: string;
  readonly result?: ActivityResult;
  /** A person did it, at this computer; else Motorpool by itself. */
  readonly byPerson: boolean;
  readonly vehicleIds?: readonly string[];
  /** Where the vehicle may be gone by now; else it is looked up. */
  readonly vehicleName?: string | null;
  /** Numbers and fixed words only: never a token, VIN, position or anything that was typed. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Notes what happened and who did it. Never rejects: what is noted has happened all the same. */
export interface Activity {
  note(happening: Happening): Promise<void>;
  /** What a vehicle is called now; for what will make it unknown. */
  nameOf(vehicleId: string | undefined): Promise<string | null>;
}

export interface ActivityOptions {
  readonly localCopy: Pick<LocalCopy, 'save' | 'vehicles'>;
  readonly now: () => number;
  /** The name under which the person is signed in to this computer. */
  readonly userName: string;
  /** Takes out of a name what might be a VIN or a secret. */
  readonly redact: (text: string) => string;
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

/** What staff call a vehicle, else what it is; never its VIN. */
function nameFor({ labels, make, model, year }: VehicleRecord): string | null {
  return labels.name ?? ([make, model, year].filter((part) => part !== null).join(' ') || null);
}

export function createActivity(options: ActivityOptions): Activity {
  const { localCopy, now, userName, redact, onChange, onError } = options;

  async function nameOf(vehicleId: string | undefined): Promise<string | null> {
    if (vehicleId === undefined) return null;
    const [record] = await localCopy.vehicles([vehicleId]);
    const name = record ? nameFor(record) : null;
    return name === null ? null : redact(name);
  }

  async function write(happening: Happening, at: string): Promise<void> {
    const { kind, event, result = 'done', byPerson, vehicleIds = [], facts = {} } = happening;
    const single = vehicleIds.length === 1 ? vehicleIds[0] : undefined;
    const vehicleName = happening.vehicleName ?? (await nameOf(single));
    const by = byPerson ? userName : null;
    await localCopy.save({
      activity: [{ at, kind, event, result, by, vehicleIds, vehicleName, facts }],
    });
    onChange();
  }

  return {
    nameOf,
    note: (happening) => write(happening, new Date(now()).toISOString()).catch(onError),
  };
}
