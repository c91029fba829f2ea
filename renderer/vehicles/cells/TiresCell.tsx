import { formatKpa } from '../../format/amount.ts';
import { AmountText } from '../../ui/AmountText.tsx';
import type { CellProps } from '../columns.ts';
import { ReadingCell } from './ReadingCell.tsx';

/** The lowest of the four pressures: the one that needs somebody. */
export function TiresCell({ vehicle: { readings }, ...rest }: CellProps) {
  const { t } = rest;
  return (
    <ReadingCell
      reading={readings.tires}
      {...rest}
      show={(tires) => (
        <AmountText
          amount={formatKpa(
            Math.min(
              tires.frontLeftKpa,
              tires.frontRightKpa,
              tires.backLeftKpa,
              tires.backRightKpa,
            ),
            t('unit.kpa'),
          )}
        />
      )}
    />
  );
}
