import { useTranslation } from 'react-i18next';
import { groupHours } from '../../contract/refreshRules.ts';
import { amountWords, formatDistance } from '../format/amount.ts';
import { PlaceName } from '../places/PlaceName.tsx';
import { useFreshness } from '../readings/freshness.ts';
import { momentOf } from '../readings/newest.ts';
import { reasonOf } from '../readings/reason.ts';
import { useStatus } from '../state/cache.ts';
import { useTimed } from '../state/clock.ts';
import { useVehicle } from '../state/fleet/hooks.ts';
import { statusText } from '../vehicles/columns/statusText.ts';
import { displayName } from '../vehicles/vehicleName.ts';
import { vehicleState } from '../vehicles/vehicleState.ts';
import { KIND_OF_STATE } from './pins.ts';
import { PinIcon } from './plain/PinShape.tsx';
import styles from './SideList.module.css';

interface SideRowProps {
  readonly id: string;
  readonly elementId: string;
  readonly km: number | null;
  readonly top: number;
  /** From 1. */
  readonly place: number;
  readonly total: number;
  readonly isCurrent: boolean;
  readonly isPicked: boolean;
  /** `isPick` where the box at the beginning, or a key with the click, asks to pick it. */
  readonly onClick: (isPick: boolean) => void;
}

/** A vehicle of the map's list: its pin, name, where it is and how things stand. */
export function SideRow(props: SideRowProps) {
  const { id, elementId, km, top, place, total, isCurrent, isPicked, onClick } = props;
  const { t } = useTranslation();
  const { budget } = useStatus();
  const vehicle = useVehicle(id);
  const reading = vehicle?.readings.location ?? null;
  const last = reading?.last ?? null;
  const freshness = useFreshness(
    last ? momentOf(last).iso : null,
    groupHours(budget, vehicle?.labels.group ?? null),
  );
  const status = useTimed((now) =>
    vehicle ? statusText(vehicleState(vehicle, false, now), t, now) : '',
  );
  if (!vehicle || !reading) return null;
  const { kind } = vehicleState(vehicle, false, Date.now());
  const isOld = freshness === 'stale';
  return (
    <div
      id={elementId}
      role="option"
      tabIndex={-1}
      aria-selected={isPicked}
      aria-posinset={place}
      aria-setsize={total}
      className={styles.row}
      style={{ top }}
      data-current={isCurrent || undefined}
      data-testid="map-row"
      // Keeps the focus in the list, which a click would take from it.
      onMouseDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        onClick(event.shiftKey || event.ctrlKey || event.metaKey);
      }}
    >
      {last ? (
        <PinIcon kind={KIND_OF_STATE[kind]} age={freshness ?? 'fresh'} />
      ) : (
        <span className={styles.noPin} />
      )}
      <span className={styles.name}>{displayName(vehicle) ?? t('vehicles.unnamed')}</span>
      {km !== null && <span className={styles.km}>{amountWords(formatDistance(km))}</span>}
      <span className={styles.where}>
        {last ? (
          <PlaceName position={last.value} t={t} />
        ) : (
          t(`reason.short.${reasonOf(reading) ?? 'never'}`)
        )}
        {isOld && ` · ${t('map.list.old')}`}
      </span>
      <span className={styles.status}>{status}</span>
    </div>
  );
}
