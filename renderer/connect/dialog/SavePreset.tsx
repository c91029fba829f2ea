import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { LONGEST_PRESET_NAME } from '../../../contract/ownPresets.ts';
import { useShell } from '../../frame/shell.ts';
import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import { type Levels, requestedOf, requiredOf } from './levels.ts';
import styles from './SavePreset.module.css';

interface SavePresetProps {
  readonly levels: Levels;
  readonly onSaved: () => void;
}

/** Keeps a choice of one's own under a name. */
export function SavePreset({ levels, onSaved }: SavePresetProps) {
  const { t } = useTranslation();
  const { report } = useShell();
  const { presets } = useStatus();
  const [name, setName] = useState<string | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const permissions = requestedOf(levels).map(({ permission }) => permission);
  const save = useMutation({
    mutationFn: (text: string) =>
      window.motorpool['settings.setPresets']({
        ...presets,
        own: [
          ...presets.own,
          {
            id: `own-${crypto.randomUUID()}`,
            name: text,
            permissions,
            required: [...requiredOf(levels)],
          },
        ],
      }),
    onSuccess: onSaved,
    onError: () => report('unexpected'),
  });
  if (permissions.length === 0) return null;

  const close = () => {
    flushSync(() => setName(null));
    opener.current?.focus();
  };
  const submit = () => {
    const text = name?.trim() ?? '';
    setIsMissing(text === '');
    if (text !== '') save.mutate(text);
    else field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      submit();
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };

  if (name === null) {
    return (
      <Button
        ref={opener}
        look="link"
        className={styles.open}
        data-testid="preset-save-open"
        onClick={() => {
          flushSync(() => setName(''));
          field.current?.focus();
        }}
      >
        {t('presets.saveOpen')}
      </Button>
    );
  }
  return (
    <div className={styles.form}>
      <label htmlFor={id}>{t('presets.saveName')}</label>
      <input
        id={id}
        ref={field}
        autoComplete="off"
        maxLength={LONGEST_PRESET_NAME}
        className={styles.name}
        value={name}
        aria-invalid={isMissing}
        aria-describedby={`${id}-problem`}
        // The dialog around it stays when Escape closes this field.
        data-mantine-stop-propagation="true"
        data-testid="preset-save-name"
        onChange={(event) => setName(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button data-testid="preset-save" unavailable={save.isPending} onClick={submit}>
        {t('presets.save')}
      </Button>
      <Button look="link" onClick={close}>
        {t('presets.cancel')}
      </Button>
      <p id={`${id}-problem`} role="alert" className={styles.problem}>
        {isMissing && t('presets.nameMissing')}
      </p>
    </div>
  );
}
