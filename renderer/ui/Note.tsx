import type { Icon } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import styles from './Note.module.css';

interface NoteProps extends Omit<ComponentProps<'p'>, 'className'> {
  readonly icon: Icon;
  readonly tone: 'attention' | 'fault';
}

/** A sentence that stands out from what surrounds it; `role` says whether it is read out. */
export function Note({ icon: Picture, tone, children, ...rest }: NoteProps) {
  return (
    <p {...rest} className={styles.note} data-tone={tone}>
      <Picture size={16} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
