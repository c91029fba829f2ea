import {
  type Ref,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useActionHere } from '../actions/screenActions.ts';
import { formatCount } from '../format/amount.ts';
import { useShell } from '../frame/shell.ts';
import type { City } from '../places/cities.ts';
import { useStatus } from '../state/cache.ts';
import shared from '../ui/shared.module.css';
import { useEscape } from '../ui/useEscape.ts';
import type { TableContext } from '../vehicles/columns/column.ts';
import { useExport } from '../vehicles/export/useExport.ts';
import { SelectionBar } from '../vehicles/selection/SelectionBar.tsx';
import { selection, useSelection } from '../vehicles/selection/selection.ts';
import { SearchBox, type SearchHandle } from '../vehicles/toolbar/SearchBox.tsx';
import { useTableView } from '../vehicles/useTableView.ts';
import type { TableHandle } from '../vehicles/VehicleTable.tsx';
import { around, type Bounds, boundsOf, isWithin } from './bounds.ts';
import { entriesOf, type ListMode } from './entries.ts';
import styles from './Map.module.css';
import { MapPane, type MapPaneHandle } from './MapPane.tsx';
import { MissingNote } from './MissingNote.tsx';
import type { MapHandle } from './mapHandle.ts';
import { NearestField } from './NearestField.tsx';
import { SideList, type SideListHandle } from './SideList.tsx';
import { useMapPins } from './useMapPins.ts';
import { useSpoken } from './useSpoken.ts';

interface MapScreenProps {
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly ref: Ref<TableHandle>;
}

/** What surrounds a place that was typed, in degrees. */
const PLACE_DEGREES = 0.6;

/** Where the vehicles are that the table's search finds: a map, and the same as a list. */
export default function MapScreen({ openId, onOpen, ref }: MapScreenProps) {
  const { t } = useTranslation();
  const { mapVehicleId, show } = useShell();
  const { budget } = useStatus();
  const { view: table, changeView } = useTableView();
  const { rows, pins } = useMapPins(table);
  const picked = useSelection();
  const [view, setView] = useState<Bounds | null>(null);
  const [currentId, setCurrent] = useState(mapVehicleId);
  const [place, setPlace] = useState<City | null>(null);
  const [showsMissing, setShowsMissing] = useState(false);
  const handle = useRef<MapHandle>(null);
  const pane = useRef<MapPaneHandle>(null);
  const list = useRef<SideListHandle>(null);
  const search = useRef<SearchHandle>(null);
  const context = useMemo<TableContext>(
    () => ({
      t,
      refreshRules: budget,
      callLimit: budget.callsPerVehiclePerMonth,
      smallLines: false,
    }),
    [t, budget],
  );
  const exportThese = useExport(table.columns, context);
  const current = currentId === null ? null : (pins.byId.get(currentId) ?? null);
  const [start] = useState(() => (current ? around(current) : boundsOf(pins.all)));
  const mode: ListMode = showsMissing ? 'missing' : place ? 'nearest' : 'inView';
  const entries = useMemo(
    () => entriesOf(pins, { mode, view, from: place }),
    [pins, mode, view, place],
  );
  const spoken = useSpoken(current?.id ?? null, context);

  useEscape(() => show('vehicles'), openId === null);
  useActionHere('search', () => search.current?.focus());
  useActionHere('export', () => exportThese(picked.size > 0 ? [...picked] : rows.ids()));
  useEffect(() => pane.current?.focus(), []);
  // What is picked is what a command goes to, so nothing out of sight may stay in it.
  useEffect(() => {
    if (selection.ids().size > 0) selection.keepOnly(new Set(rows.ids()));
  }, [rows]);

  const beside = (id: string | null, by: 1 | -1) => {
    const at = entries.findIndex((entry) => entry.id === id);
    return entries[at + by]?.id ?? null;
  };
  const goTo = (id: string) => {
    setCurrent(id);
    const pin = pins.byId.get(id);
    if (pin) handle.current?.reveal(pin);
  };
  // The details may go on to another vehicle by keys of their own: the map goes with them.
  const follow = useEffectEvent(goTo);
  useEffect(() => {
    if (openId !== null) follow(openId);
  }, [openId]);
  useImperativeHandle(ref, () => ({ focus: () => pane.current?.focus(), beside }));

  const counts = {
    count: pins.all.length,
    value: formatCount(pins.all.length),
    found: formatCount(rows.matches),
    inView: formatCount(view ? entriesOf(pins, { mode: 'inView', view, from: null }).length : 0),
  };
  const heading = {
    inView: t('map.list.inView', { value: counts.inView }),
    nearest: t('map.list.nearest', { place: place?.name ?? '' }),
    missing: t('map.list.missing', { value: formatCount(pins.missing.length) }),
  }[mode];
  return (
    <section className={styles.screen} aria-label={t('map.title')} data-testid="map-screen">
      <div className={styles.bar}>
        <SearchBox
          ref={search}
          query={table.query}
          problem={rows.problem}
          onChange={(query) => changeView({ query })}
          onLeave={() => list.current?.focus()}
        />
        <NearestField
          place={place}
          onPlace={(next) => {
            setPlace(next);
            setShowsMissing(false);
            if (!next) return;
            handle.current?.show(around(next, PLACE_DEGREES));
            setCurrent(entriesOf(pins, { mode: 'nearest', view, from: next })[0]?.id ?? null);
          }}
          onLeave={() => list.current?.focus()}
        />
      </div>
      <div className={styles.panes}>
        <MapPane
          ref={pane}
          handle={handle}
          pins={pins.all}
          picked={picked}
          current={current}
          from={place}
          start={start}
          summary={t('map.summary', counts)}
          onView={setView}
          onResize={() => {
            // The details take their room from the map, and must not cover whose they are.
            if (current && view && isWithin(view, current)) handle.current?.reveal(current);
          }}
          onPin={(id, isAdded) => {
            setCurrent(id);
            if (isAdded) selection.toggle(id);
            else onOpen(id);
          }}
          onNext={() => {
            const next = beside(current?.id ?? null, 1) ?? entries[0]?.id;
            if (next) goTo(next);
          }}
          onOpen={() => {
            if (current) onOpen(current.id);
          }}
          onPick={() => {
            if (current) selection.toggle(current.id);
          }}
          onArea={(ids) => selection.add(ids)}
        />
        <aside className={styles.side} aria-label={t('map.list.title')}>
          <h2 className={styles.heading} data-testid="map-list-heading">
            {heading}
          </h2>
          <SideList
            ref={list}
            label={heading}
            entries={entries}
            currentId={currentId}
            picked={picked}
            onCurrent={goTo}
            onOpen={onOpen}
          />
          {entries.length === 0 && <p className={styles.note}>{t(`map.empty.${mode}`)}</p>}
          <MissingNote
            pins={pins}
            isShown={showsMissing}
            onShow={(isShown) => {
              setShowsMissing(isShown);
              list.current?.focus();
            }}
          />
        </aside>
      </div>
      <p role="status" className={shared.hidden}>
        {spoken}
      </p>
      <SelectionBar onExport={exportThese} onDone={() => pane.current?.focus()} />
    </section>
  );
}
