import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { listMove } from './listMove.ts';
import styles from './Tabs.module.css';

export interface Tab<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface TabsProps<V extends string> {
  /** What the tabs are of; read out. */
  readonly label: string;
  readonly tabs: readonly Tab<V>[];
  readonly value: V;
  readonly onChoose: (value: V) => void;
  readonly testIdPrefix: string;
  /** The chosen tab's page. */
  readonly children: ReactNode;
}

/** A page may hold nothing but text, and must be scrolled by keyboard all the same. */
const pageRole = (labelledBy: string) => ({
  role: 'tabpanel',
  tabIndex: 0,
  'aria-labelledby': labelledBy,
});

/** Pages that lie one behind the other (ARIA Authoring Practices, "Tabs" with automatic activation). */
export function Tabs<V extends string>(props: TabsProps<V>) {
  const { label, tabs, value, onChoose, testIdPrefix, children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const from = tabs.findIndex((tab) => tab.value === value);
    const to = listMove(event.key, 'row', from, tabs.length);
    const next = to === null ? undefined : tabs[to];
    if (!next) return;
    event.preventDefault();
    onChoose(next.value);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.value}"]`)?.focus();
  };
  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className={styles.tabs}
        onKeyDown={onKeyDown}
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={`${id}-page`}
            tabIndex={tab.value === value ? 0 : -1}
            className={styles.tab}
            data-tab={tab.value}
            data-testid={`${testIdPrefix}-${tab.value}`}
            onClick={() => onChoose(tab.value)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${id}-page`} {...pageRole(`${id}-${value}`)} className={styles.page}>
        {children}
      </div>
    </>
  );
}
