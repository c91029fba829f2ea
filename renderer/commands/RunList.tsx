import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandItem } from '../../contract/commands.ts';
import styles from './CommandDialog.module.css';
import { CommandState } from './CommandState.tsx';
import { VehicleName } from './VehicleName.tsx';

const LIKELY_HEIGHT = 52;

/** What scrolls must be within reach of the keyboard (WCAG 2.2, 2.1.1). */
const SCROLLS = { tabIndex: 0 } as const;

/** The vehicles of a run, each with where it stands. Only those in view are in the page. */
export function RunList({ items }: { readonly items: readonly CommandItem[] }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LIKELY_HEIGHT,
    getItemKey: (at) => items[at]?.vehicleId ?? at,
    overscan: 4,
    useFlushSync: false,
  });
  return (
    <section
      {...SCROLLS}
      ref={scroller}
      aria-label={t('command.run.list')}
      className={styles.scroller}
    >
      <ul className={styles.items} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index];
          return (
            item && (
              <li
                key={key}
                ref={list.measureElement}
                data-index={index}
                aria-posinset={index + 1}
                aria-setsize={items.length}
                className={styles.item}
                style={{ transform: `translateY(${start}px)` }}
                data-testid="command-item"
                data-vehicle-id={item.vehicleId}
                data-step={item.step}
              >
                <VehicleName id={item.vehicleId} />
                <CommandState item={item} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
