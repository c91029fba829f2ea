import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react';
import { offerView } from '../queue/inView.ts';
import { selection } from '../vehicles/selection/selection.ts';
import styles from './SideList.module.css';
import { SideRow } from './SideRow.tsx';

/** One vehicle of the list, with its distance where one is counted. */
export interface ListEntry {
  readonly id: string;
  readonly km: number | null;
}

export interface SideListHandle {
  readonly focus: () => void;
}

interface SideListProps {
  readonly label: string;
  readonly entries: readonly ListEntry[];
  readonly currentId: string | null;
  readonly picked: ReadonlySet<string>;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly ref: Ref<SideListHandle>;
}

const ROW_HEIGHT = 46;
const PAGE = 10;

/** Where a key leads in the list; `null` for keys that do not move. */
function moved(key: string, at: number, length: number): number | null {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: length - 1,
  }[key];
  return to === undefined ? null : Math.min(length - 1, Math.max(0, to));
}

/** The vehicles of the map as a list: one tab stop, every pin within reach, only what is seen made. */
export function SideList(props: SideListProps) {
  const { label, entries, currentId, picked, onCurrent, onOpen } = props;
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const at = entries.findIndex((entry) => entry.id === currentId);
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 3,
    rangeExtractor: useCallback(
      (range: Range) => {
        const wanted = new Set(defaultRangeExtractor(range));
        if (at !== -1) wanted.add(at);
        return [...wanted].sort((one, other) => one - other);
      },
      [at],
    ),
  });
  const items = virtualizer.getVirtualItems();
  useImperativeHandle(props.ref, () => ({ focus: () => scroll.current?.focus() }));
  useEffect(() => {
    if (at !== -1) virtualizer.scrollToIndex(at);
  }, [virtualizer, at]);
  // Others act on what is in view, among them the key that reads what is old of it.
  useEffect(
    () => offerView(() => items.flatMap(({ index }) => entries[index]?.id ?? [])),
    [items, entries],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moved(event.key, at, entries.length);
    const next = to === null ? undefined : entries[to];
    if (next) onCurrent(next.id);
    else if (event.key === 'Enter' && at !== -1 && currentId) onOpen(currentId);
    else if (event.key === ' ' && at !== -1 && currentId) selection.toggle(currentId);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroll}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={at === -1 ? undefined : `${id}-${at}`}
      className={styles.list}
      data-testid="map-list"
      onKeyDown={onKeyDown}
      onFocus={() => {
        const [first] = entries;
        if (at === -1 && first) onCurrent(first.id);
      }}
    >
      <div
        role="presentation"
        style={{ height: virtualizer.getTotalSize() }}
        className={styles.all}
      >
        {items.map(({ index, start }) => {
          const entry = entries[index];
          return (
            entry && (
              <SideRow
                key={entry.id}
                id={entry.id}
                elementId={`${id}-${index}`}
                km={entry.km}
                top={start}
                place={index + 1}
                total={entries.length}
                isCurrent={index === at}
                isPicked={picked.has(entry.id)}
                onClick={(isPick) => {
                  onCurrent(entry.id);
                  if (isPick) selection.toggle(entry.id);
                  else onOpen(entry.id);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
