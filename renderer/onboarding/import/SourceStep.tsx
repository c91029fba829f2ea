import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_IMPORTED } from '../../../contract/importedCars.ts';
import { formatCount } from '../../format/amount.ts';
import { hidesDetails } from '../../privacy/hidden.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import shared from '../../ui/shared.module.css';
import type { SourceProblem } from './decodeText.ts';
import styles from './Import.module.css';
import { session } from './session.ts';

/** Longer texts are read at once: a field that holds them would be slow. */
const LONG_TEXT = 20_000;

interface SourceStepProps {
  readonly problem: SourceProblem | 'failed' | null;
  readonly wasCancelled: boolean;
}

/** Where the list comes from: a file that is dropped or chosen, or what is pasted. */
export function SourceStep({ problem, wasCancelled }: SourceStepProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isOver, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const read = (source: File | string) => void session.read(source);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    const dragged = event.dataTransfer.getData('text/plain');
    if (dropped) read(dropped);
    else if (dragged !== '') read(dragged);
  };
  return (
    <div className={styles.sources}>
      <Failure text={problem && t(`onboarding.import.problem.${problem}`)} />
      <p role="status" className={styles.quiet}>
        {wasCancelled && t('onboarding.import.cancelled')}
      </p>
      {/* Dropping is one more way to do what the button does. */}
      <section
        className={styles.drop}
        data-over={isOver || undefined}
        aria-label={t('onboarding.import.file')}
        data-testid="import-drop"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <IconFileImport size={20} aria-hidden />
        <p>{t('onboarding.import.drop')}</p>
        <Button look="primary" data-testid="import-choose" onClick={() => file.current?.click()}>
          {t('onboarding.import.choose')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          className={shared.hidden}
          tabIndex={-1}
          aria-hidden
          data-testid="import-file"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            // The same file may be chosen again once it was mended.
            target.value = '';
            if (chosen) read(chosen);
          }}
        />
        <p className={styles.quiet}>
          {t('onboarding.import.fileHint', { most: formatCount(MOST_IMPORTED) })}
        </p>
      </section>
      <div className={styles.paste}>
        <label htmlFor={id}>{t('onboarding.import.paste')}</label>
        <textarea
          id={id}
          rows={6}
          value={text}
          spellCheck={false}
          autoComplete="off"
          className={hidesDetails() ? shared.covered : undefined}
          aria-describedby={`${id}-hint`}
          data-testid="import-paste"
          onChange={({ target }) => setText(target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain');
            if (pasted.length < LONG_TEXT) return;
            event.preventDefault();
            read(`${text}\n${pasted}`);
          }}
        />
        <p id={`${id}-hint`} className={styles.quiet}>
          {t('onboarding.import.pasteHint')}
        </p>
        <Button
          unavailable={text.trim() === ''}
          data-testid="import-read"
          onClick={() => read(text)}
        >
          {t('onboarding.import.read')}
        </Button>
      </div>
    </div>
  );
}
