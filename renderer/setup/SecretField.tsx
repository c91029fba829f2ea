import { PasswordInput } from '@mantine/core';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import { useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';

interface SecretFieldProps {
  readonly label: string;
  readonly description: string;
  readonly showLabel: string;
  readonly hideLabel: string;
  readonly problem: string | undefined;
  readonly field: UseFormRegisterReturn;
}

/** Something secret that is pasted: covered, and shown on request. */
export function SecretField(props: SecretFieldProps) {
  const { label, description, showLabel, hideLabel, problem, field } = props;
  const [isShown, setIsShown] = useState(false);
  return (
    <PasswordInput
      label={label}
      description={description}
      autoComplete="off"
      spellCheck={false}
      visible={isShown}
      onVisibilityChange={setIsShown}
      visibilityToggleButtonProps={{ 'aria-label': isShown ? hideLabel : showLabel, tabIndex: 0 }}
      error={problem}
      {...field}
    />
  );
}
