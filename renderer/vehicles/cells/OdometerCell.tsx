import { formatKm } from '../../format/amount.ts';
import { AmountText } from '../../ui/AmountText.tsx';
import type { CellProps } from '../columns.ts';
import { ReadingCell } from './ReadingCell.tsx';

/** How far the car has been driven. */
export function OdometerCell({ vehicle: { readings }, ...rest }: CellProps) {
  return (
    <ReadingCell
      reading={readings.odometer}
      {...rest}
      show={({ distanceKm }) => <AmountText amount={formatKm(distanceKm)} />}
    />
  );
}
