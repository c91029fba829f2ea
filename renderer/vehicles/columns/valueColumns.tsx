import type { TFunction } from 'i18next';
import type { ReadingValues } from '../../../contract/readings.ts';
import {
  amountWords,
  formatDistance,
  formatFraction,
  formatPressure,
  formatVolume,
  unitSign,
} from '../../format/amount.ts';
import { roundedInShown } from '../../format/units.ts';
import { PlaceName, placeWords } from '../../places/PlaceName.tsx';
import { lockState, openingText } from '../../readings/security.ts';
import { AmountText } from '../../ui/AmountText.tsx';
import { Charge, Locks } from '../cells/shown.tsx';
import type { Column } from './column.ts';
import { readingColumn } from './readingColumn.tsx';
import { numberTerms } from './terms.ts';

const withUnit = (t: TFunction, name: string, unit: string) => t('export.withUnit', { name, unit });

const TIRES = [
  { id: 'tireFrontLeft', part: 'frontLeftKpa' },
  { id: 'tireFrontRight', part: 'frontRightKpa' },
  { id: 'tireBackLeft', part: 'backLeftKpa' },
  { id: 'tireBackRight', part: 'backRightKpa' },
] as const;

const pressure = (kpa: number) => amountWords(formatPressure(kpa));

/** The lowest of the four pressures: the one that needs somebody. */
function lowestTire(tires: ReadingValues['tires']): number {
  return Math.min(tires.frontLeftKpa, tires.frontRightKpa, tires.backLeftKpa, tires.backRightKpa);
}

function lockWords(security: ReadingValues['security'], t: TFunction): string {
  const locks = t(`value.${lockState(security)}`);
  const open = security.open.map((opening) => openingText(t, opening));
  return open.length === 0 ? locks : `${locks}; ${t('value.openPart', { part: open.join('; ') })}`;
}

/** Columns that show one reading each. */
export const VALUE_COLUMNS: readonly Column[] = [
  readingColumn({
    id: 'charge',
    kind: 'charge',
    align: 'start',
    width: 124,
    minWidth: 64,
    show: (charge, t) => <Charge charge={charge} t={t} />,
    text: ({ state }, t) => t(`value.charge.${state}`),
    fields: (t) => [
      { heading: t('column.charge'), value: ({ state }) => t(`value.charge.${state}`) },
      {
        heading: t('value.plug'),
        value: ({ isPluggedIn }) => t(isPluggedIn ? 'value.pluggedIn' : 'value.notPluggedIn'),
      },
    ],
    term: 'is:',
    terms: ({ state }) =>
      state === 'CHARGING' ? { only: 'is:charging', without: '-is:charging' } : null,
  }),
  readingColumn({
    id: 'odometer',
    kind: 'odometer',
    line: 'odometer',
    align: 'end',
    width: 104,
    minWidth: 72,
    show: ({ distanceKm }) => <AmountText amount={formatDistance(distanceKm)} />,
    text: ({ distanceKm }) => amountWords(formatDistance(distanceKm)),
    fields: (t) => [
      {
        heading: withUnit(t, t('column.odometer'), unitSign('distance')),
        value: ({ distanceKm }) => roundedInShown('distance', distanceKm),
      },
    ],
    term: 'odometer>',
    terms: ({ distanceKm }) => numberTerms('odometer', roundedInShown('distance', distanceKm)),
  }),
  readingColumn({
    id: 'tires',
    kind: 'tires',
    align: 'end',
    width: 104,
    minWidth: 72,
    show: (tires) => <AmountText amount={formatPressure(lowestTire(tires))} />,
    text: (tires) => pressure(lowestTire(tires)),
    fields: (t) => [
      {
        heading: withUnit(t, t('column.tires'), unitSign('pressure')),
        value: (tires) => roundedInShown('pressure', lowestTire(tires)),
      },
    ],
    term: null,
    terms: () => null,
  }),
  readingColumn({
    id: 'engineOil',
    kind: 'engineOil',
    align: 'end',
    width: 84,
    minWidth: 64,
    show: ({ lifeRemaining }) => <AmountText amount={formatFraction(lifeRemaining)} />,
    text: ({ lifeRemaining }) => amountWords(formatFraction(lifeRemaining)),
    fields: (t) => [
      {
        heading: withUnit(t, t('column.engineOil'), '%'),
        value: ({ lifeRemaining }) => Math.round(lifeRemaining * 100),
      },
    ],
    term: null,
    terms: () => null,
  }),
  readingColumn({
    id: 'security',
    kind: 'security',
    align: 'start',
    width: 136,
    minWidth: 64,
    show: (security, t) => <Locks security={security} t={t} />,
    text: lockWords,
    fields: (t) => [{ heading: t('column.security'), value: lockWords }],
    term: 'is:',
    terms: ({ isLocked }) =>
      isLocked === false ? { only: 'is:unlocked', without: '-is:unlocked' } : null,
  }),
  readingColumn({
    id: 'location',
    kind: 'location',
    align: 'start',
    width: 176,
    minWidth: 96,
    show: (position, t) => <PlaceName position={position} t={t} />,
    text: placeWords,
    fields: (t) => [
      { heading: t('value.latitude'), value: ({ latitude }) => latitude },
      { heading: t('value.longitude'), value: ({ longitude }) => longitude },
    ],
    term: null,
    terms: () => null,
  }),
  readingColumn({
    id: 'fuelAmount',
    kind: 'fuel',
    align: 'end',
    width: 104,
    minWidth: 64,
    show: ({ amountLitres }, t) =>
      amountLitres === null ? (
        t('value.notReported')
      ) : (
        <AmountText amount={formatVolume(amountLitres)} />
      ),
    text: ({ amountLitres }, t) =>
      amountLitres === null ? t('value.notReported') : amountWords(formatVolume(amountLitres)),
    fields: (t) => [
      {
        heading: withUnit(t, t('column.fuelAmount'), unitSign('volume')),
        value: ({ amountLitres }) =>
          amountLitres === null ? null : roundedInShown('volume', amountLitres),
      },
    ],
    term: null,
    terms: () => null,
  }),
  ...TIRES.map(({ id, part }) =>
    readingColumn({
      id,
      kind: 'tires',
      align: 'end',
      width: 112,
      minWidth: 64,
      show: (tires) => <AmountText amount={formatPressure(tires[part])} />,
      text: (tires) => pressure(tires[part]),
      fields: (t) => [
        {
          heading: withUnit(t, t(`column.${id}`), unitSign('pressure')),
          value: (tires) => roundedInShown('pressure', tires[part]),
        },
      ],
      term: null,
      terms: () => null,
    }),
  ),
];
