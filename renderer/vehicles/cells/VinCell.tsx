import type { CellProps } from '../columns.ts';
import { vinTail } from '../vehicleName.ts';
import styles from './cells.module.css';

/** The end of the VIN, which tells two cars of the same model apart; the whole in the tooltip. */
export function VinCell({ vehicle: { vin } }: CellProps) {
  return vin === null ? null : (
    <span className={styles.text} title={vin}>
      {vinTail(vin)}
    </span>
  );
}
