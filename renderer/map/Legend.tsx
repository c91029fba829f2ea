import { useTranslation } from 'react-i18next';
import styles from './Map.module.css';
import { PIN_KINDS } from './pins.ts';
import { PinIcon } from './plain/PinShape.tsx';

/** What the pins mean, and whose data the map is drawn from. */
export function Legend({ isPlain }: { readonly isPlain: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.legend}>
      <ul className={styles.signs} aria-label={t('map.legend.title')}>
        {PIN_KINDS.map((kind) => (
          <li key={kind}>
            <PinIcon kind={kind} isStale={false} />
            {t(`map.legend.${kind}`)}
          </li>
        ))}
        <li>
          <PinIcon kind="ok" isStale />
          {t('map.legend.old')}
        </li>
      </ul>
      {isPlain && <p data-testid="map-plain-note">{t('map.plain')}</p>}
      <p className={styles.credit} data-testid="map-credit">
        {t('map.credit')}
      </p>
    </div>
  );
}
