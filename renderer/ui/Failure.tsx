import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import styles from './Failure.module.css';

/** Says what failed, below what was pressed; read out when it appears. */
export function Failure({ text }: { readonly text: string | null }) {
  return (
    <div role="alert">
      {text !== null && (
        <div className={styles.failure}>
          <IconAlertTriangle size={16} aria-hidden />
          <p>{text}</p>
        </div>
      )}
    </div>
  );
}
