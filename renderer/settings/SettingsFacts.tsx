import type { ReactNode } from 'react';
import styles from './SettingsScreen.module.css';

/** Names and what they stand for; rows that are `null` do not apply. */
export function SettingsFacts(props: {
  readonly rows: readonly (readonly [string, ReactNode] | null)[];
}) {
  return (
    <dl className={styles.facts}>
      {props.rows.map(
        (row) =>
          row && (
            <div key={row[0]}>
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
