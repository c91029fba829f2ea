import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableView } from '../../../contract/tableView.ts';
import { useStatus } from '../cache.ts';
import { useTimed } from '../clock.ts';
import { fleet } from './fleet.ts';
import { useRowsVersion } from './hooks.ts';
import { aspectsOfQuery, dependsOnTime, matcher } from './match.ts';
import { aspectsOfColumn, sortedSlots } from './order.ts';
import { parseQuery } from './query/parseQuery.ts';
import { groupedRows, plainRows, type Rows } from './rows.ts';
import type { Aspect } from './vehicleStore.ts';

const MINUTE_MS = 60_000;

/** What decides about the rows of a table. */
type RowsView = Pick<TableView, 'query' | 'sort' | 'groupBy'>;

function aspectsOfSort(sort: TableView['sort']): readonly Aspect[] {
  return ['members', 'name', ...sort.flatMap(({ column }) => aspectsOfColumn(column))];
}

/**
 * The rows of the vehicle table. The whole fleet is sorted when the order or what decides about it
 * changes; a search then only walks through that order, so that typing never sorts.
 */
export function useRows({ query, sort, groupBy }: RowsView, collapsed: ReadonlySet<string>): Rows {
  const { t } = useTranslation();
  const callLimit = useStatus().budget.callsPerVehiclePerMonth;
  const parsed = useMemo(() => parseQuery(query), [query]);
  const isTimed = groupBy !== null || dependsOnTime(parsed);
  const minute = useTimed((now) => (isTimed ? Math.floor(now / MINUTE_MS) : 0));
  const orderVersion = useRowsVersion(useMemo(() => aspectsOfSort(sort), [sort]));
  const foundVersion = useRowsVersion(useMemo(() => aspectsOfQuery(parsed), [parsed]));
  const groupVersion = useRowsVersion(
    useMemo(() => (groupBy === null ? [] : aspectsOfColumn(groupBy)), [groupBy]),
  );

  // Versions and the minute are read for their change alone: they stand for what the store holds.
  const order = useMemo(
    () => ({ slots: sortedSlots(fleet.store(), sort, Date.now()), version: orderVersion }),
    [sort, orderVersion],
  );
  const found = useMemo(() => {
    const matches = matcher(fleet.store(), parsed, Date.now());
    const slots = matches ? order.slots.filter(matches) : order.slots;
    return { slots, problem: parsed.problem, version: `${foundVersion} ${minute}` };
  }, [order, parsed, foundVersion, minute]);
  return useMemo(() => {
    const { slots, problem } = found;
    const store = fleet.store();
    if (groupBy === null || groupVersion === '') return plainRows(store, slots, problem);
    const context = { t, now: Date.now(), callLimit };
    return groupedRows(store, slots, problem, groupBy, collapsed, context);
  }, [found, groupBy, groupVersion, collapsed, t, callLimit]);
}
