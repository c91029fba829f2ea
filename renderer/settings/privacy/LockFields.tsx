import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LOCK_MINUTES, type Privacy } from '../../../contract/privacy.ts';
import { useShell } from '../../frame/shell.ts';
import { lockNow } from '../../lock/lockNow.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { SelectField } from '../SelectField.tsx';
import styles from '../SettingsScreen.module.css';
import { PassphraseForm } from './PassphraseForm.tsx';

const NEVER = 'never';

interface LockFieldsProps {
  readonly privacy: Privacy;
  readonly onChange: (part: Partial<Privacy>) => void;
}

/** When Motorpool locks itself, and by which passphrase it is opened. */
export function LockFields({ privacy, onChange }: LockFieldsProps) {
  const { t } = useTranslation();
  const { showSettings, report } = useShell();
  const [form, setForm] = useState<'set' | 'change' | 'remove' | null>(null);
  const [done, setDone] = useState<'set' | 'removed' | null>(null);
  const { data: lock, refetch } = useQuery({
    queryKey: ['lock.state'],
    queryFn: () => window.motorpool['lock.state'](),
    gcTime: 0,
    staleTime: 0,
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const isSet = lock?.isSet ?? false;
  // The form took its fields and the focus along; the buttons depend on what it did.
  const hasClosed = useRef(false);
  useEffect(() => {
    if (form !== null) hasClosed.current = true;
    else if (hasClosed.current) heading.current?.focus();
  }, [form]);
  const { lockAfterMinutes, lockWithScreen } = privacy;
  const open = (which: NonNullable<typeof form>) => {
    setDone(null);
    setForm(which);
  };
  const close = (what: typeof done) => {
    setForm(null);
    setDone(what);
    void refetch();
  };

  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {t('lock.heading')}
      </h3>
      <p className={styles.quiet}>{t('lock.about')}</p>
      <div className={styles.fields}>
        <SelectField
          label={t('lock.after')}
          text={t('lock.afterText')}
          value={lockAfterMinutes === null ? NEVER : String(lockAfterMinutes)}
          options={[
            { value: NEVER, label: t('lock.never') },
            ...LOCK_MINUTES.map((minutes) => ({
              value: String(minutes),
              label: t('lock.minutes', { count: minutes }),
            })),
          ]}
          testId="lock-after"
          onChange={(value) =>
            onChange({
              lockAfterMinutes: LOCK_MINUTES.find((minutes) => String(minutes) === value) ?? null,
            })
          }
        />
        <div className={styles.row}>
          <CheckField
            label={t('lock.withScreen')}
            text={t('lock.withScreenText')}
            checked={lockWithScreen}
            testId="lock-with-screen"
            onChange={(isOn) => onChange({ lockWithScreen: isOn })}
          />
        </div>
      </div>
      <p data-testid="lock-state">{t(isSet ? 'lock.isSet' : 'lock.isNotSet')}</p>
      {form === null ? (
        <div className={styles.buttons}>
          {isSet ? (
            <>
              <Button data-testid="lock-now" onClick={() => lockNow(showSettings, report)}>
                {t('lock.now')}
              </Button>
              <Button data-testid="lock-change" onClick={() => open('change')}>
                {t('lock.change')}
              </Button>
              <Button data-testid="lock-off" onClick={() => open('remove')}>
                {t('lock.remove')}
              </Button>
            </>
          ) : (
            <Button data-testid="lock-set" onClick={() => open('set')}>
              {t('lock.set')}
            </Button>
          )}
        </div>
      ) : (
        <PassphraseForm
          key={form}
          kind={form}
          onDone={() => close(form === 'remove' ? 'removed' : 'set')}
          onCancel={() => close(null)}
        />
      )}
      <p role="status">{done && t(`lock.done.${done}`)}</p>
    </>
  );
}
