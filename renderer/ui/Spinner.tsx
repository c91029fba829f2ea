import IconLoader2 from '@tabler/icons-react/dist/esm/icons/IconLoader2.mjs';
import styles from './Spinner.module.css';

/** A turning ring beside words that say what is going on; never alone. */
export function Spinner({ size = 16 }: { readonly size?: number }) {
  return <IconLoader2 size={size} className={styles.spinner} aria-hidden />;
}
