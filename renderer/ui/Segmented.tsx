import { type KeyboardEvent, useId, useRef } from 'react';
import styles from './Segmented.module.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly testId?: string;
  /** How much the choice stands out while it is made. */
  readonly tone?: 'quiet' | 'strong';
}

interface SegmentedProps<V extends string> {
  /** Ids of the elements that name the group, and that say more about it. */
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  /** `null` while none of the segments is chosen. */
  readonly value: V | null;
  readonly segments: readonly Segment<V>[];
  readonly onChoose: (value: V) => void;
  /** `apart`: buttons of their own, for labels that may need several lines of buttons. */
  readonly look?: 'joined' | 'apart';
  /** The space bar goes on to the next segment, as on a switch with several positions. */
  readonly spaceCycles?: boolean;
  /** In a dialog: the chosen segment has the focus at first. */
  readonly takesFocus?: boolean;
  readonly testId?: string;
}

/**
 * One of a few words, side by side: plain radio buttons, so that arrow keys and screen readers need
 * nothing else. The component kit has one too, but it measures itself, which dozens of rows feel.
 */
export function Segmented<V extends string>(props: SegmentedProps<V>) {
  const { labelledBy, describedBy, value, segments, onChoose, look = 'joined' } = props;
  const { spaceCycles = false, takesFocus = false, testId } = props;
  const name = useId();
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ' || !spaceCycles) return;
    event.preventDefault();
    if (event.repeat) return;
    const at = segments.findIndex((segment) => segment.value === value);
    const next = segments[(at + 1) % segments.length];
    if (!next) return;
    onChoose(next.value);
    group.current?.querySelector<HTMLElement>(`input[value="${next.value}"]`)?.focus();
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className={styles[look]}
      data-testid={testId}
      onKeyDown={onKeyDown}
    >
      {segments.map((segment) => (
        <label key={segment.value} className={styles.segment} data-tone={segment.tone}>
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            data-testid={segment.testId}
            data-autofocus={(takesFocus && segment.value === value) || undefined}
            onChange={() => onChoose(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </div>
  );
}
