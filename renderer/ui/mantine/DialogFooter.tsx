import type { ReactNode } from 'react';
import styles from './LayerDialog.module.css';

/** What is always in view at the foot of a `LayerDialog`: a sentence, and the way on. */
export function DialogFooter({ children }: { readonly children: ReactNode }) {
  return <div className={styles.footer}>{children}</div>;
}
