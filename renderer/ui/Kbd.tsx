import styles from './Kbd.module.css';

/** A key or several together, as they are written on the keyboard. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className={styles.key}>{children}</kbd>;
}
