import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useTranslation } from 'react-i18next';
import { decodeVin, normaliseVin } from '../../../contract/vin.ts';
import { useTimed } from '../../state/clock.ts';
import styles from './Fields.module.css';

const VIN_LENGTH = 17;

interface DecodedVinProps {
  readonly vin: string;
  /** What is wrong with the VIN stands at its field; it is not said twice. */
  readonly hasProblem: boolean;
}

/** What a VIN says by itself, as it is typed: how much is missing, then check digit, brand and year. */
export function DecodedVin({ vin, hasProblem }: DecodedVinProps) {
  const { t } = useTranslation();
  const year = useTimed((now) => new Date(now).getFullYear());
  const normal = normaliseVin(vin);
  if (normal.length !== VIN_LENGTH) {
    return (
      <p className={styles.decoded}>
        {normal.length > 0 && t('connectOptions.vin.typed', { typed: normal.length })}
      </p>
    );
  }
  const decoded = decodeVin(normal, year);
  if (!decoded) return null;
  const car = [decoded.brand?.name, decoded.year].filter(Boolean).join(' ');
  return (
    <p className={styles.decoded} data-check-digit={decoded.checkDigit}>
      {car && <strong>{car}</strong>}
      {!hasProblem && (
        <span className={styles.checkDigit}>
          {decoded.checkDigit === 'right' && <IconCircleCheck size={14} aria-hidden />}
          {t(`connectOptions.vin.checkDigit.${decoded.checkDigit}`)}
        </span>
      )}
    </p>
  );
}
