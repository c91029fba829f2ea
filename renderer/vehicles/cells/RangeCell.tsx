import { formatDistance } from '../../format/amount.ts';
import { energyKinds } from '../../readings/energy.ts';
import { AmountText } from '../../ui/AmountText.tsx';
import type { CellProps } from '../columns/column.ts';
import { ReadingCell } from './ReadingCell.tsx';

/** How far the car still goes; of a plug-in hybrid both, the battery's first. */
export function RangeCell({ vehicle, ...rest }: CellProps) {
  const { readings } = vehicle;
  return energyKinds(readings).map((kind) => (
    <ReadingCell
      key={kind}
      vehicle={vehicle}
      reading={readings[kind]}
      {...rest}
      show={({ rangeKm }) =>
        rangeKm === null ? (
          rest.context.t('value.notReported')
        ) : (
          <AmountText amount={formatDistance(rangeKm)} />
        )
      }
    />
  ));
}
