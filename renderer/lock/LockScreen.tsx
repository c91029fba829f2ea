import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockState } from '../../contract/lock.ts';
import { exactTime } from '../format/time.ts';
import { useSeconds } from '../state/clock.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { ForgottenForm } from './ForgottenForm.tsx';
import styles from './LockScreen.module.css';
import { PassphraseField } from './PassphraseField.tsx';
import { type LockProblem, problemText } from './problemText.ts';

const lockState = (): Promise<LockState> => window.motorpool['lock.state']();

/** All that is shown while Motorpool is locked. It knows nothing of the fleet, and is told nothing. */
export default function LockScreen() {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<LockProblem | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [isTrying, setTrying] = useState(false);
  const [isForgotten, setForgotten] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const now = useSeconds();
  const waits = until !== null && Date.parse(until) > now;

  useEffect(() => {
    field.current?.focus();
    lockState().then(
      (state) => setUntil(state.until),
      () => setProblem('unexpected'),
    );
  }, []);

  const attempt = async () => {
    const answer = await window.motorpool['lock.unlock']({ passphrase });
    if (answer.ok) {
      // Everything is asked for anew: nothing of before is in this page.
      location.reload();
      return;
    }
    setProblem(answer.failure);
    setPassphrase('');
    setUntil((await lockState()).until);
    field.current?.focus();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isTrying || waits || passphrase === '') return;
    setTrying(true);
    attempt()
      .catch(() => setProblem('unexpected'))
      .finally(() => setTrying(false));
  };

  return (
    <main className={styles.screen} data-testid="lock-screen">
      <div className={styles.box}>
        <IconLock size={32} aria-hidden className={styles.icon} />
        <h1>{t('lock.title')}</h1>
        <p className={styles.quiet}>{t('lock.text')}</p>
        <form className={styles.form} onSubmit={onSubmit}>
          <PassphraseField
            ref={field}
            label={t('lock.passphrase')}
            value={passphrase}
            testId="lock-passphrase"
            onChange={setPassphrase}
          />
          <Button
            type="submit"
            look="primary"
            data-testid="lock-unlock"
            unavailable={isTrying || waits}
          >
            {t(isTrying ? 'lock.unlocking' : 'lock.unlock')}
          </Button>
        </form>
        <Failure text={problem && problemText(t, problem)} />
        <p role="status" className={styles.quiet}>
          {waits && until !== null && t('lock.waits', { time: exactTime(until) })}
        </p>
        {isForgotten ? (
          <ForgottenForm onKeep={() => setForgotten(false)} />
        ) : (
          <Button look="link" data-testid="lock-forgotten" onClick={() => setForgotten(true)}>
            {t('lock.forgotten')}
          </Button>
        )}
      </div>
    </main>
  );
}
