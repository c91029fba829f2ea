import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clearable } from '../../../contract/data.ts';
import { TypedWord } from '../../commands/TypedWord.tsx';
import { isWord } from '../../commands/typedWord.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LayerDialog } from '../../ui/mantine/LayerDialog.tsx';
import styles from './ImportDialog.module.css';

const WIDTH = 480;

interface ClearDialogProps {
  readonly what: Clearable;
  readonly onCleared: () => void;
  readonly onClose: () => void;
}

/** Asks for a word before something is deleted that cannot be brought back. */
export default function ClearDialog({ what, onCleared, onClose }: ClearDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const clearing = useMutation({
    mutationFn: () =>
      what === 'everything'
        ? window.motorpool['data.startAnew']()
        : window.motorpool['data.clear']({ what }),
    onSuccess: (answer) => {
      if (answer.ok) onCleared();
    },
  });
  const word = t(`data.ask.${what}.word`);
  const isReady = isWord(typed, word) && !clearing.isPending;
  const failure = clearing.isError
    ? t('problem.unexpected')
    : clearing.data &&
      !clearing.data.ok &&
      t(what === 'everything' ? 'data.ask.everything.failed' : 'data.failure.not_written');
  return (
    <LayerDialog
      isOnTop
      testId="clear-dialog"
      title={t(`data.ask.${what}.title`)}
      badge={null}
      width={WIDTH}
      onClose={onClose}
    >
      <form
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) clearing.mutate();
        }}
      >
        <p>{t(`data.ask.${what}.text`)}</p>
        {what === 'everything' && <p>{t('data.ask.everything.atSmartcar')}</p>}
        <TypedWord word={word} value={typed} onChange={setTyped} />
        <Failure text={failure || null} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('data.keepIt')}</Button>
          <Button type="submit" look="danger" data-testid="clear-act" unavailable={!isReady}>
            {t(`data.ask.${what}.act`)}
          </Button>
        </div>
      </form>
    </LayerDialog>
  );
}
