import { listText } from '../../format/list.ts';
import { detailText, hidesDetails } from '../../privacy/hidden.ts';
import { displayName, fullName, makeName, vinTail } from '../vehicleName.ts';
import type { CellProps, Column } from './column.ts';
import { textTerms } from './terms.ts';

interface LabelColumn extends Pick<Column, 'id' | 'width' | 'minWidth' | 'share' | 'term'> {
  /** What stands in the file; the screen may show less. */
  readonly value: (vehicle: Parameters<Column['text']>[0]) => string | null;
  readonly terms: Column['terms'];
}

/** A column of one plain text that somebody wrote down, or that names the car. */
function labelColumn({ id, width, minWidth, share, term, value, terms }: LabelColumn): Column {
  return {
    id,
    width,
    minWidth,
    share,
    term,
    terms,
    align: 'start',
    isText: true,
    Cell: ({ vehicle }: CellProps) => value(vehicle),
    text: (vehicle) => value(vehicle) ?? '',
    story: (vehicle) => value(vehicle),
    fields: ({ t }) => [{ heading: t(`column.${id}`), value: (vehicle) => value(vehicle) ?? '' }],
  };
}

const name: Column = {
  ...labelColumn({
    id: 'name',
    width: 200,
    minWidth: 96,
    share: 0,
    term: null,
    value: displayName,
    terms: (vehicle) => {
      const shown = displayName(vehicle);
      return shown === null ? null : { only: `"${shown}"`, without: `-"${shown}"` };
    },
  }),
  Cell: ({ vehicle, context: { t } }) => displayName(vehicle) ?? t('vehicles.unnamed'),
  text: (vehicle, { t }) => displayName(vehicle) ?? t('vehicles.unnamed'),
};

/** A column whose texts can be kept off the screen; a saved file has them all the same. */
function detailColumn(column: LabelColumn & { readonly short?: (text: string) => string }): Column {
  const { value, terms, short = (text) => text } = column;
  return {
    ...labelColumn(column),
    Cell({ vehicle, context: { t } }) {
      const text = value(vehicle);
      return detailText(t, text && short(text));
    },
    text: (vehicle, { t }) => detailText(t, value(vehicle)) ?? '',
    story: (vehicle, { t }) => detailText(t, value(vehicle)),
    terms: (vehicle) => (hidesDetails() ? null : terms(vehicle)),
  };
}

const vin = detailColumn({
  id: 'vin',
  width: 76,
  minWidth: 66,
  share: 0,
  term: 'vin:',
  value: (vehicle) => vehicle.vin,
  terms: (vehicle) => textTerms('vin', vehicle.vin && vinTail(vehicle.vin)),
  // The end tells two cars of the same model apart; the whole is in the tooltip.
  short: vinTail,
});

/** Names, and what the fleet's staff wrote down. */
export const LABEL_COLUMNS: readonly Column[] = [
  name,
  detailColumn({
    id: 'plate',
    width: 104,
    minWidth: 64,
    share: 0,
    term: 'plate:',
    value: ({ labels }) => labels.plate,
    terms: ({ labels }) => textTerms('plate', labels.plate),
  }),
  vin,
  labelColumn({
    id: 'driver',
    width: 128,
    minWidth: 64,
    share: 1,
    term: 'driver:',
    value: ({ labels }) => labels.driver,
    terms: ({ labels }) => textTerms('driver', labels.driver),
  }),
  labelColumn({
    id: 'group',
    width: 104,
    minWidth: 64,
    share: 1,
    term: 'group:',
    value: ({ labels }) => labels.group,
    terms: ({ labels }) => textTerms('group', labels.group),
  }),
  labelColumn({
    id: 'model',
    width: 176,
    minWidth: 80,
    share: 2,
    term: 'make:',
    value: fullName,
    terms: ({ make }) => textTerms('make', make && makeName(make)),
  }),
  labelColumn({
    id: 'tags',
    width: 144,
    minWidth: 64,
    share: 1,
    term: 'tag:',
    value: ({ labels }) => listText(labels.tags),
    terms: ({ labels }) => textTerms('tag', labels.tags[0] ?? null),
  }),
  labelColumn({
    id: 'notes',
    width: 200,
    minWidth: 80,
    share: 2,
    term: null,
    value: ({ labels }) => labels.notes,
    terms: () => null,
  }),
];
