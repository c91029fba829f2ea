import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clearable } from '../../../contract/data.ts';
import { Button } from '../../ui/Button.tsx';
import { Preloaded } from '../../ui/Preloaded.tsx';
import { preloadable } from '../../ui/preloadable.ts';
import sections from '../SettingsScreen.module.css';
import { SIZES_KEY } from './SizeTable.tsx';

const clearDialog = preloadable(() => import('./ClearDialog.tsx'));

/** Away with parts of what is kept, or with all of it. */
export function ClearFields() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asked, ask] = useState<Clearable | null>(null);
  const [isCleared, setCleared] = useState(false);
  const opener = useRef<HTMLElement | null>(null);
  const open = (what: Clearable) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setCleared(false);
    ask(what);
  };
  const close = () => {
    ask(null);
    opener.current?.focus();
  };
  const onCleared = () => {
    if (asked === 'everything') {
      // Nothing that the page still has in memory is to be seen again.
      location.reload();
      return;
    }
    setCleared(true);
    close();
    void queries.invalidateQueries({ queryKey: SIZES_KEY });
  };
  return (
    <>
      <p className={sections.quiet}>{t('data.clearText')}</p>
      <div className={sections.buttons}>
        <Button data-testid="clear-history" onClick={() => open('history')}>
          {t('data.clearHistory')}
        </Button>
        <Button data-testid="clear-logs" onClick={() => open('logs')}>
          {t('data.clearLogs')}
        </Button>
        <Button data-testid="clear-everything" onClick={() => open('everything')}>
          {t('data.clearEverything')}
        </Button>
      </div>
      <p role="status" data-testid="cleared">
        {isCleared && t('data.cleared')}
      </p>
      {asked && <Preloaded of={clearDialog} with={{ what: asked, onCleared, onClose: close }} />}
    </>
  );
}
