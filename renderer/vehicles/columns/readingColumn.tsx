import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { Reading, ReadingKind, ReadingValues } from '../../../contract/readings.ts';
import type { SmallLineKind } from '../../../contract/trends.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { momentOf } from '../../readings/newest.ts';
import { provenance } from '../../readings/provenance.ts';
import { reasonOf } from '../../readings/reason.ts';
import { ReadingCell } from '../cells/ReadingCell.tsx';
import { SmallLine } from '../cells/SmallLine.tsx';
import type { CellProps, CellTerms, Column, ExportField, TableContext } from './column.ts';

/** One number or word of a reading, for the file: what stands in the heading and in the cell. */
export interface ReadingField<K extends ReadingKind> {
  readonly heading: string;
  /** `null` where the car left this part out. */
  readonly value: (value: ReadingValues[K], t: TFunction) => string | number | null;
}

interface ReadingColumn<K extends ReadingKind> {
  readonly id: Column['id'];
  readonly kind: K;
  readonly align: Column['align'];
  readonly width: number;
  readonly minWidth: number;
  readonly show: (value: ReadingValues[K], t: TFunction) => ReactNode;
  readonly text: (value: ReadingValues[K], t: TFunction) => string;
  readonly fields: (t: TFunction) => readonly ReadingField<K>[];
  readonly term: string | null;
  readonly terms: (value: ReadingValues[K]) => CellTerms | null;
  /** Whose small line stands beside the value, where people want such lines. */
  readonly line?: SmallLineKind;
}

/** Why there is no value, in a few words; empty where there is one. */
export function reasonWords(t: TFunction, reading: Reading): string {
  const reason = reasonOf(reading);
  return reason === null || reading.last ? '' : t(`reason.short.${reason}`);
}

/** The values of a reading for the file, then the moment they are of. */
export function readingFields<K extends ReadingKind>(
  kind: K,
  fields: readonly ReadingField<K>[],
  { t }: TableContext,
): readonly ExportField[] {
  const named: ReadingKind = kind;
  const name = t(`reading.${named}`);
  return [
    ...fields.map(({ heading, value }) => ({
      heading,
      value({ readings }: Vehicle) {
        const reading = readings[kind];
        if (!reading.last) return reasonWords(t, reading);
        return value(reading.last.value, t) ?? t('value.notReported');
      },
    })),
    {
      heading: t('export.measured', { name }),
      value({ readings }) {
        const { last } = readings[kind];
        if (!last) return '';
        const { iso, byCar } = momentOf(last);
        return byCar ? iso : t('age.fetched', { age: iso });
      },
    },
  ];
}

/** A column that shows one reading, with its reason where it has no value. */
export function readingColumn<K extends ReadingKind>(column: ReadingColumn<K>): Column {
  const { id, kind, align, width, minWidth, show, term, line } = column;
  const Cell = ({ vehicle, ...rest }: CellProps) => (
    <>
      {line && rest.context.smallLines && vehicle.readings[line].last && (
        <SmallLine vehicle={vehicle} kind={line} />
      )}
      <ReadingCell
        vehicle={vehicle}
        reading={vehicle.readings[kind]}
        {...rest}
        show={(value) => show(value, rest.context.t)}
      />
    </>
  );
  return {
    id,
    align,
    width,
    minWidth,
    share: 1,
    isText: false,
    Cell,
    term,
    text({ readings }, { t }) {
      const reading = readings[kind];
      return reading.last ? column.text(reading.last.value, t) : reasonWords(t, reading);
    },
    story: ({ readings, refreshedAt }, { t }) => provenance(t, readings[kind], refreshedAt),
    fields: (context) => readingFields(kind, column.fields(context.t), context),
    terms({ readings }) {
      const { last } = readings[kind];
      return last && column.terms(last.value);
    },
  };
}
