import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './ViewTabs.module.css';

interface NameFormProps {
  readonly name: string;
  readonly label: string;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

const MAX_LENGTH = 60;

/** Asks for a view's name, in the place of its tab. */
export function NameForm({ name, label, onName, onCancel }: NameFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(name);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const trimmed = text.trim();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed !== '') onName(trimmed);
      }}
    >
      <input
        ref={input}
        className={styles.input}
        value={text}
        maxLength={MAX_LENGTH}
        placeholder={label}
        aria-label={label}
        data-testid="view-name"
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onCancel();
        }}
      />
      <Button type="submit" unavailable={trimmed === ''} data-testid="view-name-save">
        {t('views.save')}
      </Button>
      <IconButton icon={IconX} label={t('views.cancel')} onClick={onCancel} />
    </form>
  );
}
