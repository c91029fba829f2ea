import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingKind, Readings, ReadingValues } from '../../../contract/readings.ts';
import {
  type Amount,
  formatDistance,
  formatFraction,
  formatPressure,
  formatVolume,
} from '../../format/amount.ts';
import { lockState, openingText } from '../../readings/security.ts';
import { AmountText } from '../../ui/AmountText.tsx';
import { Location } from './Location.tsx';
import styles from './ReadingCard.module.css';

function Main({ children }: { readonly children: ReactNode }) {
  return <p className={styles.main}>{children}</p>;
}

/** Names and values in two columns; an amount of `null` means the car left it out. */
function Facts({ rows }: { readonly rows: readonly (readonly [string, Amount | string])[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof fact === 'string' ? fact : <AmountText amount={fact} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function Fraction({ fraction }: { readonly fraction: number | null }) {
  const { t } = useTranslation();
  return (
    <Main>
      {fraction === null ? (
        t('value.notReported')
      ) : (
        <AmountText amount={formatFraction(fraction)} />
      )}
    </Main>
  );
}

function Energy({ value }: { readonly value: ReadingValues['battery'] | ReadingValues['fuel'] }) {
  const { t } = useTranslation();
  const none = t('value.notReported');
  const { fraction, rangeKm } = value;
  const range = [t('value.range'), rangeKm === null ? none : formatDistance(rangeKm)] as const;
  const amount =
    'amountLitres' in value
      ? ([
          t('value.amount'),
          value.amountLitres === null ? none : formatVolume(value.amountLitres),
        ] as const)
      : null;
  return (
    <>
      <Fraction fraction={fraction} />
      <Facts rows={amount ? [range, amount] : [range]} />
    </>
  );
}

function Tires({ value }: { readonly value: ReadingValues['tires'] }) {
  const { t } = useTranslation();
  const row = (place: keyof ReadingValues['tires']) =>
    [t(`value.tires.${place}`), formatPressure(value[place])] as const;
  return (
    <Facts
      rows={[row('frontLeftKpa'), row('frontRightKpa'), row('backLeftKpa'), row('backRightKpa')]}
    />
  );
}

function Security({ value }: { readonly value: ReadingValues['security'] }) {
  const { t } = useTranslation();
  return (
    <>
      <Main>{t(`value.${lockState(value)}`)}</Main>
      {value.open.length === 0 ? (
        <p className={styles.openings}>{t('value.nothingOpen')}</p>
      ) : (
        <ul className={styles.openings} aria-label={t('value.open')}>
          {value.open.map((opening) => (
            <li key={`${opening.part} ${opening.position}`}>
              {t('value.openPart', { part: openingText(t, opening) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Charge({ value }: { readonly value: ReadingValues['charge'] }) {
  const { t } = useTranslation();
  return (
    <>
      <Main>{t(`value.charge.${value.state}`)}</Main>
      <p className={styles.openings}>
        {t(value.isPluggedIn ? 'value.pluggedIn' : 'value.notPluggedIn')}
      </p>
    </>
  );
}

interface ReadingValueProps {
  readonly kind: ReadingKind;
  readonly readings: Readings;
}

/** The last good value of one kind with all its parts; nothing where there is none. */
export function ReadingValue({ kind, readings }: ReadingValueProps) {
  const { t } = useTranslation();
  switch (kind) {
    case 'odometer': {
      const value = readings.odometer.last?.value;
      return value && <Main>{<AmountText amount={formatDistance(value.distanceKm)} />}</Main>;
    }
    case 'fuel':
    case 'battery': {
      const value = readings[kind].last?.value;
      return value && <Energy value={value} />;
    }
    case 'charge': {
      const value = readings.charge.last?.value;
      return value && <Charge value={value} />;
    }
    case 'location': {
      const value = readings.location.last?.value;
      return value && <Location position={value} />;
    }
    case 'tires': {
      const value = readings.tires.last?.value;
      return value && <Tires value={value} />;
    }
    case 'engineOil': {
      const value = readings.engineOil.last?.value;
      return (
        value && (
          <>
            <Fraction fraction={value.lifeRemaining} />
            <p className={styles.openings}>{t('value.oilLife')}</p>
          </>
        )
      );
    }
    case 'security': {
      const value = readings.security.last?.value;
      return value && <Security value={value} />;
    }
  }
}
