import { Modal } from '@mantine/core';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import type { ReactNode } from 'react';
import styles from './LayerDialog.module.css';
import { MantineHost } from './MantineHost.tsx';

interface LayerDialogProps {
  /** One of several may lie under another, and keeps what was typed into it. */
  readonly isOnTop: boolean;
  readonly testId: string;
  readonly title: string;
  /** What stands beside the title. */
  readonly badge: ReactNode;
  /** What stands at the end of the title's line. */
  readonly end?: ReactNode;
  readonly width: number;
  readonly className?: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog as large as a screen: its title stays, and what is below it moves. */
export function LayerDialog(props: LayerDialogProps) {
  const { isOnTop, testId, title, badge, end, width, className, onClose, children } = props;
  const content = [styles.dialog, className].filter(Boolean).join(' ');
  return (
    <MantineHost>
      <Modal.Root
        opened={isOnTop}
        keepMounted
        returnFocus={false}
        size={width}
        yOffset={24}
        xOffset={24}
        classNames={{ content }}
        onClose={onClose}
      >
        <Modal.Overlay />
        <Modal.Content data-testid={testId}>
          <div className={styles.header}>
            <Modal.Title className={styles.title ?? ''}>{title}</Modal.Title>
            {badge}
            {end && <span className={styles.end}>{end}</span>}
          </div>
          {children}
        </Modal.Content>
      </Modal.Root>
    </MantineHost>
  );
}
