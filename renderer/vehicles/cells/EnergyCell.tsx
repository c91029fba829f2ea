import IconBattery2 from '@tabler/icons-react/dist/esm/icons/IconBattery2.mjs';
import IconGasStation from '@tabler/icons-react/dist/esm/icons/IconGasStation.mjs';
import type { TFunction } from 'i18next';
import type { ReadingValues } from '../../../contract/readings.ts';
import { formatDistance, formatFraction, formatVolume } from '../../format/amount.ts';
import { type EnergyKind, energyKinds } from '../../readings/energy.ts';
import { AmountText } from '../../ui/AmountText.tsx';
import type { CellProps } from '../columns/column.ts';
import styles from './cells.module.css';
import { ReadingCell } from './ReadingCell.tsx';
import { SmallLine } from './SmallLine.tsx';

const ICONS = { battery: IconBattery2, fuel: IconGasStation };

interface EnergyProps {
  readonly kind: EnergyKind;
  readonly value: ReadingValues['battery'] & Partial<ReadingValues['fuel']>;
  readonly withRange: boolean;
  readonly t: TFunction;
}

function Level({
  fraction,
  rangeKm,
  amountLitres = null,
  t,
}: EnergyProps['value'] & Pick<EnergyProps, 't'>) {
  if (fraction !== null) return <AmountText amount={formatFraction(fraction)} />;
  if (amountLitres !== null) return <AmountText amount={formatVolume(amountLitres)} />;
  return rangeKm === null && t('value.notReported');
}

function Energy({ kind, value, withRange, t }: EnergyProps) {
  const Picture = ICONS[kind];
  return (
    <span className={styles.pair}>
      <Picture size={16} role="img" aria-label={t(`reading.${kind}`)} />
      <Level {...value} t={t} />
      {withRange && value.rangeKm !== null && (
        <span className={styles.range}>
          <AmountText amount={formatDistance(value.rangeKm)} />
        </span>
      )}
    </span>
  );
}

/**
 * Battery or fuel in one column, since few cars have both; those that do show both without range,
 * and the small line of the battery, which they use first.
 */
export function EnergyCell({ vehicle, ...rest }: CellProps) {
  const { readings } = vehicle;
  const { t, smallLines } = rest.context;
  const kinds = energyKinds(readings);
  const [lineKind = 'battery'] = kinds;
  return (
    <>
      {kinds.map((kind) => (
        <ReadingCell
          key={kind}
          vehicle={vehicle}
          reading={readings[kind]}
          {...rest}
          show={(value) => (
            <Energy kind={kind} value={value} withRange={kinds.length === 1} t={t} />
          )}
        />
      ))}
      {smallLines && readings[lineKind].last && <SmallLine vehicle={vehicle} kind={lineKind} />}
    </>
  );
}
