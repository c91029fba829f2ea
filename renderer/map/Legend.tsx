import { useTranslation } from 'react-i18next';
import type { OwnMap } from '../../contract/ownMap.ts';
import styles from './Map.module.css';
import { AGES } from './pinImages.ts';
import { PIN_KINDS } from './pins.ts';
import { PickedIcon, PinIcon } from './plain/PinShape.tsx';

interface LegendProps {
  readonly isPlain: boolean;
  readonly own: OwnMap | null;
}

/** What the pins mean, and whose data the map is drawn from. */
export function Legend({ isPlain, own }: LegendProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.legend}>
      <ul className={styles.signs} aria-label={t('map.legend.title')}>
        {PIN_KINDS.map((kind) => (
          <li key={kind}>
            <PinIcon kind={kind} age="fresh" />
            {t(`map.legend.${kind}`)}
          </li>
        ))}
        {AGES.map((age) => (
          <li key={age}>
            <PinIcon kind="ok" age={age} />
            {t(`mapAge.${age}`)}
          </li>
        ))}
        <li>
          <PickedIcon />
          {t('mapAge.picked')}
        </li>
      </ul>
      {isPlain && <p data-testid="map-plain-note">{t('map.plain')}</p>}
      <p className={styles.credit} data-testid="map-credit">
        {own?.attribution && `${t('ownMap.credit', { source: own.attribution })} · `}
        {t('map.credit')}
      </p>
    </div>
  );
}
