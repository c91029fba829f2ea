import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../../frame/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LayerDialog } from '../../ui/mantine/LayerDialog.tsx';
import styles from './SupportDialog.module.css';

const WIDTH = 760;

/** Shows the whole support file before it is saved; what is saved is what is shown. */
export default function SupportDialog({ isOnTop }: { readonly isOnTop: boolean }) {
  const { t } = useTranslation();
  const { say, report, closeLayer } = useShell();
  const [isNotWritten, setNotWritten] = useState(false);
  const { data: text, isError } = useQuery({
    queryKey: ['supportFile'],
    queryFn: () => window.motorpool['diagnostics.supportFile'](),
    gcTime: 0,
  });
  const save = async () => {
    if (text === undefined) return;
    const day = new Date().toISOString().slice(0, 10);
    const name = t('diagnostics.support.fileName', { day });
    const saved = await window.motorpool['files.save']({ kind: 'support', name, text });
    setNotWritten(!saved.ok && saved.failure !== 'cancelled');
    if (!saved.ok) return;
    say(t('files.saved', { name: saved.value }));
    closeLayer();
  };
  return (
    <LayerDialog
      isOnTop={isOnTop}
      testId="support-dialog"
      title={t('diagnostics.support.title')}
      badge={null}
      width={WIDTH}
      onClose={closeLayer}
    >
      <div className={styles.body}>
        <p>{t('diagnostics.support.lead')}</p>
        {isError && <Failure text={t('diagnostics.support.failed')} />}
        {isNotWritten && <Failure text={t('files.notWritten')} />}
        <textarea
          readOnly
          data-autofocus
          spellCheck={false}
          className={styles.preview}
          aria-label={t('diagnostics.support.preview')}
          data-testid="support-preview"
          value={text ?? (isError ? '' : t('diagnostics.support.making'))}
        />
        <div className={styles.buttons}>
          <Button onClick={closeLayer}>{t('diagnostics.support.cancel')}</Button>
          <Button
            look="primary"
            unavailable={text === undefined}
            data-testid="support-save"
            onClick={() => void save().catch(() => report('unexpected'))}
          >
            {t('diagnostics.support.save')}
          </Button>
        </div>
      </div>
    </LayerDialog>
  );
}
