import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Map.module.css';
import type { Pins } from './pins.ts';

interface MissingNoteProps {
  readonly pins: Pins;
  /** Whether the list shows the vehicles without a position. */
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
}

/** How many vehicles cannot be on the map and why, with the way to them. */
export function MissingNote({ pins, isShown, onShow }: MissingNoteProps) {
  const { t } = useTranslation();
  const { length: count } = pins.missing;
  if (count === 0 && !isShown) return null;
  return (
    <div className={styles.missing} data-testid="map-missing">
      <p>
        {t('map.missing.count', { count, value: formatCount(count) })}{' '}
        {pins.notGranted > 0 &&
          (count === 1
            ? t('map.missing.itself')
            : t('map.missing.notGranted', {
                count: pins.notGranted,
                value: formatCount(pins.notGranted),
              }))}
      </p>
      <Button data-testid="map-missing-show" onClick={() => onShow(!isShown)}>
        {t(isShown ? 'map.missing.hide' : 'map.missing.show')}
      </Button>
    </div>
  );
}
