import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useEffect, useRef } from 'react';
import styles from './Failure.module.css';
import { Note } from './Note.tsx';

/** Says what failed, below what was pressed; read out and brought into view when it appears. */
export function Failure({ text }: { readonly text: string | null }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text !== null) box.current?.scrollIntoView({ block: 'nearest' });
  }, [text]);
  return (
    <div ref={box} role="alert">
      {text !== null && (
        <div className={styles.failure}>
          <Note icon={IconAlertTriangle} tone="fault">
            {text}
          </Note>
        </div>
      )}
    </div>
  );
}
