import { useTranslation } from 'react-i18next';
import { unpackCar } from '../../contract/importedCars.ts';
import { formatCount } from '../format/amount.ts';
import { useShell } from '../frame/shell.ts';
import { useStatus } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import { carName } from './carWords.ts';
import styles from './Hub.module.css';
import { restoreImported } from './importedList.ts';
import type { ListedCar } from './listedCar.ts';

interface UndoBarProps {
  /** What was taken off the list last. */
  readonly taken: readonly ListedCar[];
  readonly onRestored: () => void;
}

/** Says what was taken off the list, and puts it back. It is always there, so that it is read out. */
export function UndoBar({ taken, onRestored }: UndoBarProps) {
  const { t } = useTranslation();
  const { report } = useShell();
  const { profile } = useStatus();
  const [first] = taken;
  const { length: count } = taken;
  const words =
    first && count === 1
      ? t('onboarding.list.removed', { name: carName(t, unpackCar(first.line)) })
      : t('onboarding.list.cleared', { count, value: formatCount(count) });
  const restore = () => {
    if (profile === null) return;
    const lines = taken.map(({ line }) => line);
    restoreImported(profile, lines).then(onRestored, () => report('unexpected'));
  };
  return (
    <div className={first ? styles.bar : undefined}>
      <p role="status">{first && words}</p>
      {first && (
        <Button data-testid="list-restore" onClick={restore}>
          {t('onboarding.list.undo')}
        </Button>
      )}
    </div>
  );
}
