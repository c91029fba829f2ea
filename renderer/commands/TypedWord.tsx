import { TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface TypedWordProps {
  /** In the person's language. */
  readonly word: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A word to type before something that a slip of the hand must not do. */
export function TypedWord({ word, value, onChange }: TypedWordProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  // It comes after the dialog, once it is known that there is something to confirm.
  useEffect(() => field.current?.focus(), []);
  return (
    <TextInput
      ref={field}
      label={t('command.typed.label', { word })}
      value={value}
      autoComplete="off"
      spellCheck={false}
      w={280}
      data-testid="typed-word"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
