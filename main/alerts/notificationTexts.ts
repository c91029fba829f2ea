import type { Alert, AlertKind, Tire } from '../../contract/alerts.ts';
import type { Vehicle } from '../../contract/vehicles.ts';

/*
 * The desktop shows these beside other people's messages, also on a locked screen: names and values,
 * never VINs or places. The main process has no part in the renderer's catalogue.
 */

/** What the desktop is to show. */
export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

export type Told = Pick<Alert, 'vehicleId' | 'kind' | 'tire' | 'value'>;

const WHAT: Readonly<Record<AlertKind, string>> = {
  accessEnded: 'Connection lost',
  lowBattery: 'Low on charge',
  lowFuel: 'Low on fuel',
  lowTire: 'Low tyre pressure',
  stale: 'Not heard from',
};

const OF_SEVERAL: Readonly<Record<AlertKind, string>> = {
  accessEnded: 'have lost their connection',
  lowBattery: 'low on charge',
  lowFuel: 'low on fuel',
  lowTire: 'with low tyre pressure',
  stale: 'not heard from',
};

const TIRE_NAMES: Readonly<Record<Tire, string>> = {
  frontLeft: 'Front left',
  frontRight: 'Front right',
  backLeft: 'Rear left',
  backRight: 'Rear right',
};

const UNNAMED = 'A vehicle without a name';
const NAMES_SHOWN = 3;

/** The name that staff gave, else the model; with the plate, by which people find the car, unless it is hidden. */
export function nameOf(
  { labels, make, model, year }: Pick<Vehicle, 'labels' | 'make' | 'model' | 'year'>,
  hidesPlate: boolean,
): string {
  const car = [model ?? make, year].filter((part) => part !== null).join(' ');
  const name = labels.name ?? (car || UNNAMED);
  return labels.plate === null || hidesPlate ? name : `${name} (${labels.plate})`;
}

/** Nobody counts a week in hours. */
function spanOf(hours: number): string {
  if (hours >= 48) return `${Math.round(hours / 24)} days`;
  const whole = Math.round(hours);
  return whole === 1 ? '1 hour' : `${whole} hours`;
}

function detail({ kind, tire, value }: Told): string {
  switch (kind) {
    case 'accessEnded':
      return 'Its values stay as they are until it is connected again.';
    case 'lowBattery':
    case 'lowFuel':
      return `${Math.round((value ?? 0) * 100)} % left.`;
    case 'lowTire':
      return `${tire ? TIRE_NAMES[tire] : 'One tyre'}: ${Math.round(value ?? 0)} kPa.`;
    case 'stale':
      return `No new values from the car for ${spanOf(value ?? 0)}.`;
  }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  const more = names.length - NAMES_SHOWN;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

const vehicles = (count: number) => (count === 1 ? '1 vehicle' : `${count} vehicles`);

/** One rule's alerts in one notification. `names` has the name of each vehicle. */
export function ruleText(
  alerts: readonly Told[],
  names: ReadonlyMap<string, string>,
): NotificationText {
  const ids = [...new Set(alerts.map(({ vehicleId }) => vehicleId))];
  const [first] = alerts;
  if (!first) return { title: '', body: '' };
  const nameFor = (id: string) => names.get(id) ?? UNNAMED;
  if (ids.length > 1) {
    return {
      title: `${vehicles(ids.length)} ${OF_SEVERAL[first.kind]}`,
      body: listed(ids.map(nameFor)),
    };
  }
  return {
    title: `${WHAT[first.kind]}: ${nameFor(first.vehicleId)}`,
    body: alerts.map(detail).join(' '),
  };
}

/** What came in quiet hours, several rules together. */
export function summaryText(byRule: readonly (readonly Told[])[]): NotificationText {
  const ids = new Set(byRule.flatMap((alerts) => alerts.map(({ vehicleId }) => vehicleId)));
  const lines = byRule.flatMap((alerts) => {
    const [first] = alerts;
    const count = new Set(alerts.map(({ vehicleId }) => vehicleId)).size;
    return first ? [`${WHAT[first.kind]}: ${count}`] : [];
  });
  return { title: `During quiet hours: alerts for ${vehicles(ids.size)}`, body: lines.join('\n') };
}
