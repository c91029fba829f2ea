import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import styles from './MessageScreen.module.css';

/** A whole window that can only say what happened and offer to load itself again. */
export function MessageScreen({ what }: { readonly what: 'crash' | 'noAnswer' }) {
  const { t } = useTranslation();
  const isCrash = what === 'crash';
  return (
    <main className={styles.screen}>
      <div role="alert">
        <h1>{t(isCrash ? 'crash.title' : 'crash.noAnswerTitle')}</h1>
        <p>{t(isCrash ? 'crash.text' : 'crash.noAnswerText')}</p>
      </div>
      <Button look="primary" onClick={() => window.location.reload()}>
        <IconRefresh size={16} aria-hidden />
        {t('crash.reload')}
      </Button>
    </main>
  );
}
