import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import styles from './SettingsScreen.module.css';

interface ChangedProps {
  readonly of: {
    readonly changed: { readonly canUndo: boolean } | null;
    readonly undo: () => void;
  };
  /** Names the button that takes the change back. */
  readonly testId: string;
}

/** Says that a change holds, and takes it back. */
export function Changed({ of: { changed, undo }, testId }: ChangedProps) {
  const { t } = useTranslation();
  const line = useRef<HTMLDivElement>(null);
  const undoHere = () => {
    undo();
    // The button is about to go, and would take the focus with it.
    line.current?.closest('section')?.querySelector<HTMLElement>('h2')?.focus();
  };
  return (
    <div ref={line} role="status" className={styles.changed}>
      {changed && (
        <>
          <span>{t('settings.changed')}</span>
          {changed.canUndo && (
            <Button look="link" data-testid={testId} onClick={undoHere}>
              {t('settings.undo')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
