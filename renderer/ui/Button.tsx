import type { ComponentPropsWithRef } from 'react';
import styles from './Button.module.css';

export type ButtonLook = 'plain' | 'primary' | 'danger' | 'quiet' | 'link';

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  readonly look?: ButtonLook;
  /** Square, for a button whose only content is an icon; it then needs an `aria-label`. */
  readonly iconOnly?: boolean;
  /** Cannot be used now. It stays focusable: a button that is disabled while focused loses the focus. */
  readonly unavailable?: boolean;
}

/** The one button of the start chunk: plain HTML, so that no component kit is needed to paint it. */
export function Button({
  look = 'plain',
  iconOnly = false,
  unavailable = false,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const classes = [
    styles.button,
    look !== 'plain' && styles[look],
    iconOnly && styles.iconOnly,
    className,
  ];
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={unavailable || undefined}
      className={classes.filter(Boolean).join(' ')}
      onClick={(event) => {
        if (unavailable) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
