import { placeText } from '../../readings/place.ts';
import type { CellProps } from '../columns.ts';
import { ReadingCell } from './ReadingCell.tsx';

/** Where the car is, as coordinates. */
export function LocationCell({ vehicle: { readings }, ...rest }: CellProps) {
  return (
    <ReadingCell reading={readings.location} {...rest} show={(location) => placeText(location)} />
  );
}
