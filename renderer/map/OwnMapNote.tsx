import { useTranslation } from 'react-i18next';
import type { MapSource, OwnMapFailure } from '../../contract/ownMap.ts';
import { useShell } from '../frame/shell.ts';
import { Button } from '../ui/Button.tsx';
import styles from './OwnMapNote.module.css';
import { sourceName } from './sourceName.ts';

interface OwnMapNoteProps {
  readonly source: MapSource;
  readonly failure: OwnMapFailure | null;
  /** The plain map draws no other one. */
  readonly isPlain: boolean;
  readonly onRetry: () => void;
}

/** Says on the map why one's own map is not there; the built-in one is. */
export function OwnMapNote({ source, failure, isPlain, onRetry }: OwnMapNoteProps) {
  const { t } = useTranslation();
  const { showSettings } = useShell();
  const isShown = source.kind !== 'built_in' && (isPlain || failure !== null);
  return (
    <div role="status" className={styles.place}>
      {isShown && (
        <div className={styles.note} data-testid="own-map-note">
          <p>
            {failure && !isPlain
              ? t(`ownMap.failure.${failure}`, { name: sourceName(source) })
              : t('ownMap.plain')}
          </p>
          <div className={styles.buttons}>
            {!isPlain && (
              <Button look="link" data-testid="own-map-retry" onClick={onRetry}>
                {t('ownMap.retry')}
              </Button>
            )}
            <Button look="link" data-testid="own-map-settings" onClick={() => showSettings('map')}>
              {t('ownMap.settings')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
