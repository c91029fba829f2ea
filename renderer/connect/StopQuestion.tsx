import { type RefObject, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useEscape } from '../ui/useEscape.ts';
import styles from './ConnectPanel.module.css';

interface StopQuestionProps {
  /** Gets the focus afterwards where what had it before is gone. */
  readonly fallback: RefObject<HTMLElement | null>;
  readonly onStop: () => void;
  readonly onStay: () => void;
}

/** Escape is easily pressed by mistake, so it asks. Once more means: go on waiting. */
export function StopQuestion({ fallback, onStop, onStay }: StopQuestionProps) {
  const { t } = useTranslation();
  const stay = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const textId = useId();
  useEscape(onStay);

  useEffect(() => {
    const before = document.activeElement;
    stay.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before !== document.body) before.focus();
      if (document.activeElement === document.body) fallback.current?.focus();
    };
  }, [fallback]);

  return (
    <div
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      className={styles.question}
      data-testid="connect-stop-question"
    >
      <p>
        <strong id={titleId}>{t('connect.question.title')}</strong>{' '}
        <span id={textId}>{t('connect.question.text')}</span>
      </p>
      <div className={styles.buttons}>
        <Button look="danger" data-testid="connect-stop" onClick={onStop}>
          {t('connect.question.stop')}
        </Button>
        <Button ref={stay} onClick={onStay}>
          {t('connect.question.stay')}
        </Button>
      </div>
    </div>
  );
}
