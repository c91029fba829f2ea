import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isWord } from '../commands/typedWord.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import styles from './LockScreen.module.css';

/** The only way in without the passphrase: everything that is kept here goes. */
export function ForgottenForm({ onKeep }: { readonly onKeep: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const word = t('data.ask.everything.word');
  const isReady = isWord(typed, word) && !isRemoving;
  useEffect(() => field.current?.focus(), []);
  const fail = (text: string) => {
    setFailure(text);
    setRemoving(false);
  };
  const remove = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    setRemoving(true);
    window.motorpool['data.startAnew']()
      .then((answer) => {
        if (answer.ok) location.reload();
        else fail(t('data.ask.everything.failed'));
      })
      .catch(() => fail(t('problem.unexpected')));
  };
  return (
    <form className={styles.forgotten} onSubmit={remove}>
      <p>{t('lock.forgottenText')}</p>
      <p className={styles.quiet}>{t('data.ask.everything.atSmartcar')}</p>
      <label htmlFor={id}>{t('command.typed.label', { word })}</label>
      <input
        ref={field}
        id={id}
        className={styles.word}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        data-testid="lock-word"
        onChange={({ target }) => setTyped(target.value)}
      />
      <Failure text={failure} />
      <div className={styles.buttons}>
        <Button onClick={onKeep}>{t('data.keepIt')}</Button>
        <Button type="submit" look="danger" data-testid="lock-remove" unavailable={!isReady}>
          {t('lock.startAnew')}
        </Button>
      </div>
    </form>
  );
}
