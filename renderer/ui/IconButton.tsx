import type { Icon } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { Button } from './Button.tsx';

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'disabled'> {
  readonly icon: Icon;
  /** What the button does; read out and shown as its tooltip. */
  readonly label: string;
}

/** A quiet button that is only an icon; its label is never left out. */
export function IconButton({ icon: Picture, label, ...rest }: IconButtonProps) {
  return (
    <Button look="quiet" iconOnly aria-label={label} title={label} {...rest}>
      <Picture size={16} aria-hidden />
    </Button>
  );
}
