import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LEAST_PASSPHRASE } from '../../../contract/lock.ts';
import { PassphraseField } from '../../lock/PassphraseField.tsx';
import { type LockProblem, problemText } from '../../lock/problemText.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import styles from './PassphraseForm.module.css';

interface PassphraseFormProps {
  readonly kind: 'set' | 'change' | 'remove';
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Sets a passphrase, changes it, or takes it away. */
export function PassphraseForm({ kind, onDone, onCancel }: PassphraseFormProps) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<LockProblem | 'too_short' | 'differ' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const saving = useMutation({
    mutationFn: () =>
      kind === 'remove'
        ? window.motorpool['lock.remove']({ current })
        : window.motorpool['lock.set']({ current: kind === 'change' ? current : null, next }),
    onSuccess(answer) {
      if (answer.ok) onDone();
      else setProblem(answer.failure);
    },
    onError: () => setProblem('unexpected'),
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.isPending) return;
    if (kind !== 'remove' && next.length < LEAST_PASSPHRASE) setProblem('too_short');
    else if (kind !== 'remove' && next !== again) setProblem('differ');
    else {
      setProblem(null);
      saving.mutate();
    }
  };
  const words =
    problem === 'too_short' || problem === 'differ'
      ? t(`lock.form.${problem}`, { count: LEAST_PASSPHRASE })
      : problem && problemText(t, problem);
  return (
    <form ref={form} className={styles.form} onSubmit={onSubmit}>
      {kind !== 'set' && (
        <PassphraseField
          label={t('lock.form.current')}
          value={current}
          testId="lock-current"
          onChange={setCurrent}
        />
      )}
      {kind !== 'remove' && (
        <>
          <PassphraseField
            label={t('lock.form.next')}
            value={next}
            testId="lock-next"
            onChange={setNext}
          />
          <PassphraseField
            label={t('lock.form.again')}
            value={again}
            testId="lock-again"
            onChange={setAgain}
          />
          <p className={styles.quiet}>{t('lock.form.hint')}</p>
        </>
      )}
      <Failure text={words} />
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t('data.stop')}</Button>
        <Button type="submit" look="primary" data-testid="lock-save" unavailable={saving.isPending}>
          {t(`lock.form.act.${kind}`)}
        </Button>
      </div>
    </form>
  );
}
