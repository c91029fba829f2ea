import { READING_KINDS, type ReadingKind, type Readings } from '../../contract/readings.ts';
import type { Vehicle } from '../../contract/vehicles.ts';

const percent = (fraction: number | null) =>
  fraction === null ? '?' : `${Math.round(fraction * 100)} %`;

type Values = { readonly [K in ReadingKind]: NonNullable<Readings[K]['last']>['value'] };

/** Each reading in a few characters; the app's own screens say more. */
const SHORT: { readonly [K in ReadingKind]: (value: Values[K]) => string } = {
  odometer: ({ distanceKm }) => `${Math.round(distanceKm)} km`,
  fuel: ({ fraction }) => percent(fraction),
  battery: ({ fraction }) => percent(fraction),
  charge: ({ state }) => state.toLowerCase().replace('_', ' '),
  location: ({ latitude, longitude }) => `${latitude.toFixed(2)} ${longitude.toFixed(2)}`,
  tires: (value) => `${Math.round(Math.min(...Object.values(value)))} kPa`,
  engineOil: ({ lifeRemaining }) => percent(lifeRemaining),
  security: ({ isLocked }) => (isLocked === null ? '?' : isLocked ? 'locked' : 'unlocked'),
};

function cell<K extends ReadingKind>(readings: Readings, kind: K): string {
  const { last, problem } = readings[kind];
  if (last) return SHORT[kind](last.value as Values[K]);
  return problem ? problem.reason.replace('_', ' ') : 'never read';
}

/** The vehicles as lines of text, one column for each kind of reading. */
export function vehicleTable(vehicles: readonly Vehicle[]): string {
  const header = ['vehicle', ...READING_KINDS];
  const rows = vehicles.map((vehicle) => [
    [vehicle.make, vehicle.model, vehicle.year].filter((part) => part !== null).join(' '),
    ...READING_KINDS.map((kind) => cell(vehicle.readings, kind)),
  ]);
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}
