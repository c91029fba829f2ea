import type {
  CommandObstacle,
  CommandRemark,
  DryRun,
  DryRunItem,
} from '../../contract/commands.ts';

/** Vehicles that cannot take a command for one and the same reason. */
export interface ObstacleGroup {
  readonly obstacle: CommandObstacle;
  readonly vehicleIds: readonly string[];
  /** When the first of them can take it (ISO 8601), where that is known. */
  readonly until: string | null;
}

/** Vehicles that can take a command, with something to know beforehand. */
export interface RemarkGroup {
  readonly remark: CommandRemark;
  readonly vehicleIds: readonly string[];
}

/** What a dry run says, put together for the eye. */
export interface Plan {
  readonly total: number;
  readonly able: readonly string[];
  /** Largest first. */
  readonly obstacles: readonly ObstacleGroup[];
  readonly remarks: readonly RemarkGroup[];
}

function grouped<K extends string>(
  items: readonly DryRunItem[],
  keyOf: (item: DryRunItem) => K | null,
): readonly (readonly [K, readonly DryRunItem[]])[] {
  const groups = new Map<K, DryRunItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].sort(([, one], [, other]) => other.length - one.length);
}

const ids = (items: readonly DryRunItem[]) => items.map(({ vehicleId }) => vehicleId);

/** ISO 8601 in UTC sorts as text. */
function earliest(items: readonly DryRunItem[]): string | null {
  const times = items.flatMap(({ until }) => (until === null ? [] : [until]));
  return times.sort()[0] ?? null;
}

/** Who can take the command, who cannot and why, and what is worth knowing of those who can. */
export function planOf({ items }: Pick<DryRun, 'items'>): Plan {
  const able = items.filter(({ obstacle }) => obstacle === null);
  return {
    total: items.length,
    able: ids(able),
    obstacles: grouped(items, ({ obstacle }) => obstacle).map(([obstacle, group]) => ({
      obstacle,
      vehicleIds: ids(group),
      until: earliest(group),
    })),
    remarks: grouped(able, ({ remark }) => remark).map(([remark, group]) => ({
      remark,
      vehicleIds: ids(group),
    })),
  };
}

/** How long a run must wait for calls that are not there yet, in whole minutes. */
export function minutesToWait(
  { callsNeeded, callsLeft }: Pick<DryRun, 'callsNeeded' | 'callsLeft'>,
  refillPerMinute: number,
): number {
  return Math.ceil(Math.max(0, callsNeeded - callsLeft) / refillPerMinute);
}
