import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/amount.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Import.module.css';
import type { Going } from './importState.ts';
import { session } from './session.ts';

/** What takes a while, how far it is, and the way to stop it. */
export function GoingBar({ going: { what, done, total } }: { readonly going: Going }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles.going}>
      <p id={id} role="status">
        {t(`onboarding.going.${what}`, { done: formatCount(done), total: formatCount(total) })}
      </p>
      <progress value={done} max={total} aria-labelledby={id} />
      <Button data-testid="import-stop" onClick={session.stop}>
        {t('onboarding.import.cancel')}
      </Button>
    </div>
  );
}
