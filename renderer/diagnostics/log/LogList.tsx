import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogLine } from '../../../contract/logLines.ts';
import styles from './LogTab.module.css';

/** Fixed, so that nothing has to be measured; the styles name the same. */
const LINE_HEIGHT = 20;
const PAGE = 15;

interface LogListProps {
  readonly lines: readonly LogLine[];
  /** The line that C copies. */
  readonly current: number;
  readonly onMove: (line: number) => void;
}

function target(key: string, from: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, from + 1);
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'PageDown':
      return Math.min(last, from + PAGE);
    case 'PageUp':
      return Math.max(0, from - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Thousands of lines of which only those in view are in the document; one stop for the keyboard. */
export function LogList({ lines, current, onMove }: LogListProps) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 10,
  });
  useEffect(() => {
    if (current < lines.length) virtualizer.scrollToIndex(current);
  }, [virtualizer, current, lines.length]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(event.key, current, lines.length - 1);
    if (to === null) return;
    event.preventDefault();
    onMove(to);
  };
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      className={styles.list}
      aria-label={t('diagnostics.log.list')}
      aria-activedescendant={`${id}-${current}`}
      data-testid="log-list"
      onKeyDown={onKeyDown}
    >
      <div
        className={styles.inner}
        role="presentation"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            // The keys are the list's: arrows move, C copies.
            <div
              key={index}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              aria-posinset={index + 1}
              aria-setsize={lines.length}
              className={styles.line}
              data-level={line.level}
              data-testid="log-line"
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onMove(index)}
              onKeyDown={onKeyDown}
            >
              <span className={styles.time}>{line.time}</span>
              <span className={styles.level}>{line.level}</span>
              <span>{line.text}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
