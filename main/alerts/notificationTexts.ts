import type { Alert } from '../../contract/alerts.ts';
import type { Vehicle } from '../../contract/vehicles.ts';
import { countText, percentText, pressureText } from '../words/formats.ts';
import { t } from '../words/words.ts';

/*
 * The desktop shows these beside other people's messages, also on a locked screen: names and values,
 * never VINs or places.
 */

/** What the desktop is to show. */
export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

export type Told = Pick<Alert, 'vehicleId' | 'kind' | 'tire' | 'value'>;

const NAMES_SHOWN = 3;

/** The name that staff gave, else the model; with the plate, by which people find the car, unless hidden. */
export function nameOf(
  { labels, make, model, year }: Pick<Vehicle, 'labels' | 'make' | 'model' | 'year'>,
  hidesPlate: boolean,
): string {
  const car = [model ?? make, year].filter((part) => part !== null).join(' ');
  const name = labels.name ?? (car || t('notification.unnamed'));
  return labels.plate === null || hidesPlate ? name : `${name} (${labels.plate})`;
}

/** Nobody counts a week in hours. */
function silence(hours: number): string {
  if (hours >= 48) {
    const days = Math.round(hours / 24);
    return t('notification.silentDays', { count: days, value: countText(days) });
  }
  const whole = Math.round(hours);
  return t('notification.silentHours', { count: whole, value: countText(whole) });
}

function detail({ kind, tire, value }: Told): string {
  switch (kind) {
    case 'accessEnded':
      return t('notification.accessEnded');
    case 'lowBattery':
    case 'lowFuel':
      return t('notification.left', { value: percentText(value ?? 0) });
    case 'lowTire':
      return t('notification.tire', {
        tire: t(`tire.${tire ?? 'unknown'}`),
        value: pressureText(value ?? 0),
      });
    case 'stale':
      return silence(value ?? 0);
  }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  const more = names.length - NAMES_SHOWN;
  if (more <= 0) return shown;
  return t('notification.more', { count: more, value: countText(more), names: shown });
}

/** One rule's alerts in one notification. `names` has the name of each vehicle. */
export function ruleText(
  alerts: readonly Told[],
  names: ReadonlyMap<string, string>,
): NotificationText {
  const ids = [...new Set(alerts.map(({ vehicleId }) => vehicleId))];
  const [first] = alerts;
  if (!first) return { title: '', body: '' };
  const { kind } = first;
  const nameFor = (id: string) => names.get(id) ?? t('notification.unnamed');
  if (ids.length > 1) {
    const count = ids.length;
    return {
      title: t(`notification.several.${kind}`, { count, value: countText(count) }),
      body: listed(ids.map(nameFor)),
    };
  }
  return {
    title: t('notification.one', { what: t(`alert.${kind}`), name: nameFor(first.vehicleId) }),
    body: alerts.map(detail).join(' '),
  };
}

/** What came in quiet hours, several rules together. */
export function summaryText(byRule: readonly (readonly Told[])[]): NotificationText {
  const ids = new Set(byRule.flatMap((alerts) => alerts.map(({ vehicleId }) => vehicleId)));
  const lines = byRule.flatMap((alerts) => {
    const [first] = alerts;
    const count = new Set(alerts.map(({ vehicleId }) => vehicleId)).size;
    const value = countText(count);
    return first ? [t('notification.summaryLine', { what: t(`alert.${first.kind}`), value })] : [];
  });
  const count = ids.size;
  return {
    title: t('notification.summary', { count, value: countText(count) }),
    body: lines.join('\n'),
  };
}
