import {
  amountWords,
  formatCount,
  formatDistance,
  formatFraction,
  unitSign,
} from '../../format/amount.ts';
import { exactTime } from '../../format/time.ts';
import { roundedInShown } from '../../format/units.ts';
import { type EnergyKind, energyKinds } from '../../readings/energy.ts';
import { newestMoment } from '../../readings/newest.ts';
import { provenance } from '../../readings/provenance.ts';
import { ageText } from '../../ui/useAge.ts';
import { EnergyCell } from '../cells/EnergyCell.tsx';
import { RangeCell } from '../cells/RangeCell.tsx';
import { StatusCell } from '../cells/StatusCell.tsx';
import {
  AgeCell,
  CallsLeftCell,
  ConnectedAtCell,
  LastErrorCell,
  PermissionsCell,
  RefreshedAtCell,
} from '../cells/TextCells.tsx';
import { lastProblem, vehicleState } from '../vehicleState.ts';
import type { Column, ExportField, TableContext } from './column.ts';
import { callsLeft, grantedOf, problemText } from './facts.ts';
import { readingFields, reasonWords } from './readingColumn.tsx';
import { statusStory, statusText } from './statusText.ts';
import { numberTerms, textTerms } from './terms.ts';

type Vehicle = Parameters<Column['terms']>[0];

/** What most of these columns have in common. */
const plain = {
  align: 'start',
  minWidth: 64,
  share: 1,
  isText: false,
  story: () => null,
  term: null,
  terms: () => null,
} as const;

/** Battery and fuel one after the other, for whichever of the two this vehicle has. */
function ofEnergy(vehicle: Vehicle, { t }: TableContext, part: 'fraction' | 'rangeKm'): string {
  const { readings } = vehicle;
  const words = energyKinds(readings).map((kind) => {
    const value = readings[kind].last?.value[part];
    if (value === undefined) return reasonWords(t, readings[kind]);
    if (value === null) return t('value.notReported');
    return amountWords(part === 'fraction' ? formatFraction(value) : formatDistance(value));
  });
  return words.join(' / ');
}

function energyStory({ readings, refreshedAt }: Vehicle, { t }: TableContext): string {
  const kinds = energyKinds(readings);
  const stories = kinds.map((kind) => {
    const story = provenance(t, readings[kind], refreshedAt);
    return kinds.length === 1 ? story : `${t(`reading.${kind}`)}\n${story}`;
  });
  return stories.join('\n\n');
}

function energyFields(kind: EnergyKind, context: TableContext): readonly ExportField[] {
  const { t } = context;
  const heading = t('export.withUnit', { name: t(`reading.${kind}`), unit: '%' });
  const percent = (fraction: number | null) =>
    fraction === null ? null : Math.round(fraction * 100);
  return readingFields(kind, [{ heading, value: ({ fraction }) => percent(fraction) }], context);
}

function rangeField(kind: EnergyKind, context: TableContext): readonly ExportField[] {
  const { t } = context;
  const name = t('export.rangeOf', { name: t(`reading.${kind}`) });
  const heading = t('export.withUnit', { name, unit: unitSign('distance') });
  const whole = (rangeKm: number | null) =>
    rangeKm === null ? null : roundedInShown('distance', rangeKm);
  return readingFields(kind, [{ heading, value: ({ rangeKm }) => whole(rangeKm) }], context);
}

function percentOf(vehicle: Vehicle, kind: EnergyKind): number | null {
  const fraction = vehicle.readings[kind].last?.value.fraction ?? null;
  return fraction === null ? null : Math.round(fraction * 100);
}

const TERM_OF = { battery: 'soc', fuel: 'fuel' } as const;

/** A column of one moment in the life of the connection. */
function momentColumn(
  id: 'connectedAt' | 'refreshedAt',
  Cell: Column['Cell'],
  moment: (vehicle: Vehicle) => string | null,
): Column {
  return {
    ...plain,
    id,
    align: 'end',
    width: 136,
    Cell,
    text: (vehicle, { t }) => {
      const iso = moment(vehicle);
      return iso === null ? t('reason.short.never') : exactTime(iso);
    },
    story: (vehicle) => {
      const iso = moment(vehicle);
      return iso && exactTime(iso);
    },
    fields: ({ t }) => [
      {
        heading: t(`column.${id}`),
        value: (vehicle) => moment(vehicle) ?? t('reason.short.never'),
      },
    ],
  };
}

/** How things stand with a vehicle, and what is worked out from several readings. */
export const FACT_COLUMNS: readonly Column[] = [
  {
    ...plain,
    id: 'status',
    width: 168,
    minWidth: 34,
    share: 0,
    Cell: StatusCell,
    text: (vehicle, { t }, now) => statusText(vehicleState(vehicle, false, now), t, now),
    story: (vehicle, { t }) => {
      const now = Date.now();
      return statusStory(vehicleState(vehicle, false, now), t, now);
    },
    fields: ({ t }) => [
      {
        heading: t('column.status'),
        value: (vehicle, now) => statusText(vehicleState(vehicle, false, now), t, now),
      },
    ],
    term: 'is:',
    terms: ({ paused }) => (paused ? { only: 'is:paused', without: '-is:paused' } : null),
  },
  {
    ...plain,
    id: 'energy',
    align: 'end',
    width: 168,
    Cell: EnergyCell,
    text: (vehicle, context) => ofEnergy(vehicle, context, 'fraction'),
    story: energyStory,
    fields: (context) => [...energyFields('battery', context), ...energyFields('fuel', context)],
    term: 'soc<',
    terms: (vehicle) => {
      const kind = percentOf(vehicle, 'battery') === null ? 'fuel' : 'battery';
      return numberTerms(TERM_OF[kind], percentOf(vehicle, kind));
    },
  },
  {
    ...plain,
    id: 'range',
    align: 'end',
    width: 112,
    Cell: RangeCell,
    text: (vehicle, context) => ofEnergy(vehicle, context, 'rangeKm'),
    story: energyStory,
    fields: (context) => [...rangeField('battery', context), ...rangeField('fuel', context)],
    term: 'range<',
    terms: ({ readings }) => {
      const [kind = 'battery'] = energyKinds(readings);
      const range = readings[kind].last?.value.rangeKm ?? null;
      return numberTerms('range', range === null ? null : roundedInShown('distance', range));
    },
  },
  {
    ...plain,
    id: 'age',
    align: 'end',
    width: 132,
    Cell: AgeCell,
    text: (vehicle, { t }, now) => {
      const moment = newestMoment(vehicle);
      return moment ? ageText(t, moment.iso, now) : t('reason.short.never');
    },
    story: (vehicle, { t }) => {
      const moment = newestMoment(vehicle);
      const asked = vehicle.refreshedAt;
      if (!moment) return null;
      return [
        t(moment.byCar ? 'age.measuredAt' : 'age.fetchedAt', { time: exactTime(moment.iso) }),
        ...(asked === null ? [] : [t('age.askedAt', { time: exactTime(asked) })]),
      ].join('\n');
    },
    fields: ({ t }) => [
      {
        heading: t('column.age'),
        value: (vehicle) => {
          const moment = newestMoment(vehicle);
          if (!moment) return t('reason.short.never');
          return moment.byCar ? moment.iso : t('age.fetched', { age: moment.iso });
        },
      },
    ],
    term: 'age>',
    terms: () => null,
  },
  {
    ...plain,
    id: 'permissions',
    align: 'end',
    width: 96,
    Cell: PermissionsCell,
    text: (vehicle, { t }) => {
      const given = grantedOf(vehicle);
      if (given === null) return t('reason.short.never');
      return given.asked === null
        ? formatCount(given.granted)
        : t('permissions.ofAsked', { granted: given.granted, asked: given.asked });
    },
    fields: ({ t }) => [
      {
        heading: t('export.granted'),
        value: (vehicle) => grantedOf(vehicle)?.granted ?? t('reason.short.never'),
      },
      { heading: t('export.asked'), value: (vehicle) => grantedOf(vehicle)?.asked ?? '' },
    ],
  },
  {
    ...plain,
    id: 'callsLeft',
    align: 'end',
    width: 96,
    Cell: CallsLeftCell,
    text: (vehicle, { t, callLimit }, now) => {
      const left = callsLeft(vehicle, callLimit, now);
      return left === null ? t('calls.noLimit') : formatCount(left);
    },
    story: ({ calls }, { t }) =>
      t('calls.used', {
        count: calls.count,
        value: formatCount(calls.count),
        month: calls.month,
      }),
    fields: ({ t, callLimit }) => [
      {
        heading: t('column.callsLeft'),
        value: (vehicle, now) => callsLeft(vehicle, callLimit, now) ?? t('calls.noLimit'),
      },
    ],
  },
  {
    ...plain,
    id: 'lastError',
    width: 200,
    share: 2,
    Cell: LastErrorCell,
    text: (vehicle, { t }) => {
      const problem = lastProblem(vehicle);
      return problem ? problemText(problem, t) : '';
    },
    story: (vehicle, { t }) => {
      const problem = lastProblem(vehicle);
      if (!problem) return null;
      return `${t(`reason.long.${problem.reason}`)}\n${exactTime(problem.at)}`;
    },
    fields: ({ t }) => [
      {
        heading: t('column.lastError'),
        value: (vehicle) => {
          const problem = lastProblem(vehicle);
          return problem ? problemText(problem, t) : '';
        },
      },
      { heading: t('export.lastErrorAt'), value: (vehicle) => lastProblem(vehicle)?.at ?? '' },
    ],
    term: 'err:',
    terms: (vehicle) => textTerms('err', lastProblem(vehicle)?.reason ?? null),
  },
  momentColumn('connectedAt', ConnectedAtCell, ({ connectedAt }) => connectedAt),
  momentColumn('refreshedAt', RefreshedAtCell, ({ refreshedAt }) => refreshedAt),
];
