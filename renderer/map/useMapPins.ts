import { useMemo } from 'react';
import type { TableView } from '../../contract/tableView.ts';
import { useStatus } from '../state/cache.ts';
import { useTimed } from '../state/clock.ts';
import { fleet } from '../state/fleet/fleet.ts';
import { useRowsVersion } from '../state/fleet/hooks.ts';
import type { Rows } from '../state/fleet/rows.ts';
import { useRows } from '../state/fleet/useRows.ts';
import { PIN_ASPECTS, type Pins, pinsOf } from './pins.ts';

/** Ages and waits come to an end without any news. */
const RENEW_MS = 10 * 60_000;

const NO_GROUPS: ReadonlySet<string> = new Set();

/** The pins of what the table's search finds, in the table's order. */
export function useMapPins({ query, sort }: Pick<TableView, 'query' | 'sort'>): {
  readonly rows: Rows;
  readonly pins: Pins;
} {
  const { budget } = useStatus();
  const rows = useRows({ query, sort, groupBy: null }, NO_GROUPS);
  const version = useRowsVersion(PIN_ASPECTS);
  const turn = useTimed((now) => Math.floor(now / RENEW_MS));
  // Version and turn are read for their change alone: they stand for what the store and the clock hold.
  const made = useMemo(
    () => ({
      pins: pinsOf(fleet.store(), rows.ids(), budget, Date.now()),
      version,
      turn,
    }),
    [rows, budget, version, turn],
  );
  return { rows, pins: made.pins };
}
