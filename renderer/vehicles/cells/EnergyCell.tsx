import IconBattery2 from '@tabler/icons-react/dist/esm/icons/IconBattery2.mjs';
import IconGasStation from '@tabler/icons-react/dist/esm/icons/IconGasStation.mjs';
import type { TFunction } from 'i18next';
import type { ReadingValues } from '../../../contract/readings.ts';
import { formatFraction, formatKm, formatLitres } from '../../format/amount.ts';
import { type EnergyKind, energyKinds } from '../../readings/energy.ts';
import { AmountText } from '../../ui/AmountText.tsx';
import shared from '../../ui/shared.module.css';
import type { CellProps } from '../columns.ts';
import styles from './cells.module.css';
import { ReadingCell } from './ReadingCell.tsx';

const ICONS = { battery: IconBattery2, fuel: IconGasStation };

interface EnergyProps {
  readonly kind: EnergyKind;
  readonly value: ReadingValues['battery'] & Partial<ReadingValues['fuel']>;
  readonly withRange: boolean;
  readonly t: TFunction;
}

function Energy({ kind, value, withRange, t }: EnergyProps) {
  const Picture = ICONS[kind];
  const { fraction, rangeKm, amountLitres = null } = value;
  return (
    <span className={styles.pair}>
      <Picture size={16} aria-hidden />
      <span className={shared.hidden}>{t(`reading.${kind}`)}</span>
      <span>
        {fraction !== null && <AmountText amount={formatFraction(fraction)} />}
        {fraction === null && amountLitres !== null && (
          <AmountText amount={formatLitres(amountLitres)} />
        )}
        {fraction === null && amountLitres === null && rangeKm === null && t('value.notReported')}
      </span>
      {withRange && rangeKm !== null && (
        <span className={styles.range} title={t('value.range')}>
          <AmountText amount={formatKm(rangeKm)} />
        </span>
      )}
    </span>
  );
}

/** Battery or fuel in one column, since few cars have both; those that do show both without range. */
export function EnergyCell({ vehicle: { readings }, ...rest }: CellProps) {
  const { t } = rest;
  const kinds = energyKinds(readings);
  return kinds.map((kind) => (
    <ReadingCell
      key={kind}
      reading={readings[kind]}
      {...rest}
      show={(value) => <Energy kind={kind} value={value} withRange={kinds.length === 1} t={t} />}
    />
  ));
}
